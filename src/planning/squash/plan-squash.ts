import { UserError } from '../../errors.ts'
import type { Migration, MigrationFolder } from '../../files/migrations.ts'
import { squashHead } from '../../deploy/history/squashed.ts'
import type { Squashed } from '../../deploy/history/squashed.ts'
import { renderSummary, summaryOf } from '../../plan/write/summary.ts'
import { FailedWay } from '../../proof/run-segment.ts'
import { arrives } from '../../proof/run-up-and-down.ts'
import { withoutRenames } from '../../proof/with-renames.ts'
import type { Workbench } from '../../workbench/server/server.ts'
import type { AtlasPlaces } from '../consult-atlas.ts'
import { planEnds } from '../draft-plan.ts'
import { showProof } from '../plan-result.ts'
import type { Task } from '../plan-task.ts'
import { lookAt, startOf } from '../project-states.ts'
import type { ProjectFiles } from '../project-states.ts'
import { consult, provePlan } from '../proving/prove-plan.ts'
import type { ProvedPlan } from '../proving/prove-plan.ts'
import { downHead } from '../writing/write-migrations.ts'
import { renderDataSteps } from './data-steps.ts'
import type { DataStep } from './data-steps.ts'

/** Which migrations of a folder become one. */
export interface SquashTask {
  readonly files: ProjectFiles
  /** From the first one on. */
  readonly replaced: readonly Migration[]
  readonly head: Omit<Squashed, 'migration'>
  readonly steps: readonly DataStep[]
}

/** The texts of a squashed migration and its down file. */
export interface SquashTexts {
  readonly up: string
  readonly down: string
}

/**
 * Plans from nothing to what migrations make, in both directions, and proves that on a copy; what works on rows is added
 * as it was written. Throws UserError where some of it cannot be planned.
 */
export async function planSquash(
  workbench: Workbench,
  places: AtlasPlaces,
  task: SquashTask,
): Promise<SquashTexts> {
  const { replaced, head, steps } = task
  const plan = await planWhole(workbench, places, task)
  const [up, ...more] = plan.up
  const [down] = plan.down
  if (up === undefined || down === undefined || more.length > 0)
    throw new UserError('The migrations to squash cannot be one transaction. Nothing was written.')
  const { version } = newestOf(replaced)
  const data = steps.length === 0 ? '' : `\n${renderDataSteps(steps)}`
  const summary = renderSummary(summaryOf(up.segment.statements)).join('\n')
  return {
    up: `${squashHead(head)}-- Squashed.\n${summary}\n\n${up.text}${data}`,
    down: `${downHead(version, 'squashed', down.segment.statements)}\n${down.text}`,
  }
}

/** The newest of migrations, of which there is at least one. */
export function newestOf(migrations: readonly Migration[]): Migration {
  const newest = migrations.at(-1)
  if (newest === undefined) throw new Error('no migration')
  return newest
}

async function planWhole(
  workbench: Workbench,
  places: AtlasPlaces,
  { files, replaced }: SquashTask,
): Promise<ProvedPlan> {
  const folder: MigrationFolder = { ...files.folder, migrations: [] }
  const goal = startOf({ ...files.folder, migrations: replaced })
  places.talk.step('replaying the migrations to squash')
  const [current, desired] = await Promise.all([
    lookAt(workbench, startOf(folder)),
    lookAt(workbench, goal),
  ])
  const task: Task = { ...files, folder, current, desired, renaming: withoutRenames(current), goal }
  const { draft, proof } = await planEnds(task, {
    prove: async () => {
      places.talk.step('proving the squashed migration on a copy, in both directions')
      const { outcome } = await provePlan(workbench, task, consult(workbench, places, task))
      return outcome
    },
  })
  const [unmanaged] = draft.unmanaged
  if (unmanaged !== undefined) throw refusal(`not planned: ${unmanaged.object}: ${unmanaged.why}`)
  if (proof === undefined) throw refusal('they make no object')
  if (proof instanceof FailedWay) throw refusal(proof.message)
  if (arrives(proof)) return proof
  const objects = showProof(proof).flatMap(({ differences }) =>
    differences.map(({ object }) => object),
  )
  throw refusal(`the plan leads to something else: ${[...new Set(objects)].join(', ')}`)
}

function refusal(why: string): UserError {
  return new UserError(`The migrations cannot be squashed: ${why}. Nothing was written.`)
}
