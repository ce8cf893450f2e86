import { UserError, messageOf } from '../../src/errors.ts'
import type { Context } from '../../src/files/context.ts'
import { compareDatabases } from '../../src/observer/compare-databases.ts'
import { planBetweenCommand } from '../../src/planning/two-states/plan-states.ts'
import type { BetweenResult } from '../../src/planning/two-states/between-result.ts'
import { sendText, withDatabase, withSession } from '../../src/postgres/connect.ts'
import { withoutSpellings } from '../../src/proof/observed-differences.ts'
import { loadSource } from '../../src/workbench/sources/loaded-source.ts'
import { withFileSource } from '../../src/workbench/sources/source-scratch.ts'
import type { Workbench } from '../../src/workbench/server/server.ts'

/**
 * What came of a plan: it leads where it should in both directions; it was refused, or not proved, and said so; it was
 * called proved and leads elsewhere; it was called proved and fails, or the planner broke down.
 */
export type Verdict = (typeof verdicts)[number]

/** All of them, the best first. */
export const verdicts = ['RIGHT', 'REFUSED', 'SILENT', 'LOUD'] as const

/** A verdict with its reason, and how much was planned. */
export interface Judgement {
  readonly verdict: Verdict
  /** A sentence, or '' where it is right. */
  readonly why: string
  readonly statements: number
  readonly milliseconds: number
}

/** Two .sql files, each a state. */
export interface Pair {
  readonly from: string
  readonly to: string
}

/** Plans from one file to another, runs what is planned on databases of its own, and asks the observer alone. */
export async function judgePair(
  context: Context,
  workbench: Workbench,
  pair: Pair,
): Promise<Judgement> {
  const start = performance.now()
  const planned = await plan(context, pair)
  const milliseconds = Math.round(performance.now() - start)
  if ('verdict' in planned) return { ...planned, statements: 0, milliseconds }
  const statements = planned.segments.flatMap((segment) => segment.statements).length
  const hindrance = hindranceOf(planned)
  if (hindrance !== undefined)
    return { verdict: 'REFUSED', why: hindrance, statements, milliseconds }
  const [verdict, why] = await judgeRuns(workbench, pair, planned)
  return { verdict, why, statements, milliseconds }
}

/** Nothing tells of a rename, so there is none. */
const asked = { platform: 'none', proof: 'whole', undeclared: 'new' } as const

async function plan(
  context: Context,
  pair: Pair,
): Promise<BetweenResult | Pick<Judgement, 'verdict' | 'why'>> {
  try {
    return await planBetweenCommand(context, { ...pair, ...asked })
  } catch (error) {
    return { verdict: error instanceof UserError ? 'REFUSED' : 'LOUD', why: messageOf(error) }
  }
}

function hindranceOf({ unmanaged, equal, proved, why }: BetweenResult): string | undefined {
  const [first] = unmanaged
  if (first !== undefined) {
    const more = unmanaged.length > 1 ? ` (and ${String(unmanaged.length - 1)} more)` : ''
    return `${first.object}: ${first.why}${more}`
  }
  if (equal || proved === true) return undefined
  return why ?? 'not proved'
}

type Found = readonly [Verdict, string]

async function judgeRuns(
  workbench: Workbench,
  { from, to }: Pair,
  { segments, down }: BetweenResult,
): Promise<Found> {
  const ground = { workbench, platform: 'none' } as const
  const { folders } = workbench.project
  const [first, second] = await Promise.all(
    [from, to].map(async (path) => loadSource({ kind: 'file', path }, folders)),
  )
  if (first === undefined || second === undefined || first.kind === 'url' || second.kind === 'url')
    throw new Error('two files')
  return withFileSource(ground, first, async (tried) =>
    withFileSource(ground, second, async (goal) =>
      withFileSource(ground, first, async (origin) => {
        const up = await judgeWay(tried.url, goal.url, ['up', segments])
        return up ?? (await judgeWay(tried.url, origin.url, ['down', down])) ?? ['RIGHT', '']
      }),
    ),
  )
}

async function judgeWay(
  url: string,
  goal: string,
  [way, segments]: readonly ['up' | 'down', BetweenResult['segments']],
): Promise<Found | undefined> {
  for (const { transaction, statements } of segments) {
    const texts = statements.map(({ sql }) => sql)
    const failure = await runTexts(url, texts, transaction).then(
      () => undefined,
      (error: unknown) => messageOf(error),
    )
    if (failure !== undefined) return ['LOUD', `${way}: ${failure}`]
  }
  const compared = await withDatabase(url, async (left) =>
    withDatabase(goal, async (right) => compareDatabases(left, right)),
  )
  const differences = withoutSpellings(compared.differences)
  if (differences.length === 0) return undefined
  return [
    'SILENT',
    `${way}: ${differences
      .slice(0, 3)
      .map((each) => JSON.stringify(each))
      .join(' ')}`,
  ]
}

async function runTexts(url: string, texts: readonly string[], together: boolean): Promise<void> {
  await withSession(url, async (session) => {
    if (together) {
      await sendText(session, ['begin', ...texts, 'commit'].join(';\n'))
      return
    }
    for (const text of texts) await sendText(session, text)
  })
}
