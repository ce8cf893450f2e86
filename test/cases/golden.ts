import { join } from 'node:path'
import type { ExpectStatic } from 'vitest'
import { hazardsOf } from '../../src/plan/hazards/hazard.ts'
import type { Segment } from '../../src/plan/segment.ts'
import type { Plan } from '../../src/plan/plan.ts'
import type { WrittenStatement } from '../../src/plan/write/written-statement.ts'

/** The statements of both directions of a plan as written, each below the names of its hazards. */
export function renderGolden(up: Pick<Plan, 'segments'>, down: Pick<Plan, 'segments'>): string {
  return [`-- up\n`, ...segments(up), `\n-- down\n`, ...segments(down)].join('')
}

/** The files of a plan, in the order in which they are applied; `down` has what takes back each. */
export interface Files {
  readonly up: readonly Segment[]
  readonly down: readonly Segment[]
}

/** The files of an online plan in both directions, as they are run, and what keeps its plain form. */
export function renderFiles({ up, down }: Files, plain: Plan['plain']): string {
  return [
    ...plain.map(({ object, why }) => `-- not online: ${object}: ${why}\n`),
    renderGolden({ segments: up }, { segments: down.toReversed() }),
  ].join('')
}

/**
 * Compares a plan with the plan.sql of its case; `vitest run -u` writes it. Takes the `expect` of the test. Plans are kept of one version, since a
 * catalog prints otherwise on others: on those the proof alone decides.
 */
export async function expectGolden(
  expect: ExpectStatic,
  name: string,
  plan: string,
): Promise<void> {
  const { WORKBENCH_POSTGRES: version = '17', WORKBENCH: kind, WORKBENCH_URL: url } = process.env
  if (version !== '17' || kind !== undefined || url !== undefined) return
  await expect(plan).toMatchFileSnapshot(join(import.meta.dirname, name, 'plan.sql'))
}

function segments({ segments: list }: Pick<Plan, 'segments'>): string[] {
  return list.map(({ statements, outside = false }, at) => {
    const next = at === 0 ? '' : '\n-- the next migration\n'
    const head = next + (outside ? '-- atlas:txmode none\n' : '')
    return head + statements.map(render).join('')
  })
}

function render({ sql, risks }: WrittenStatement): string {
  const names = hazardsOf(risks)
  return `${names.length === 0 ? '' : `-- ! ${names.join(', ')}\n`}${sql};\n`
}
