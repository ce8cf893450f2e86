import type { Plan, Segment } from '../plan/plan.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { strongestLocks } from './locks.ts'
import type { TableLock } from './locks.ts'
import { runSegment } from './run-segment.ts'
import { seeState } from './state.ts'
import type { State, View } from './state.ts'
import { noteRows } from './try-rows.ts'
import type { RowTrial } from './try-rows.ts'
import { stepTo, walkBack } from './walk-step.ts'
import type { WalkStep } from './walk-step.ts'
import type { Renaming } from './with-renames.ts'

/** What came of a plan that was run on a copy, up and then all the way back. */
export interface WholeWalk {
  readonly steps: readonly WalkStep[]
  readonly locks: readonly TableLock[]
  readonly rows: readonly RowTrial[]
}

/** What to walk, between which states. */
export interface WholeRequest {
  readonly current: State
  readonly desired: State
  /** What the way up begins with. */
  readonly renaming: Renaming
  readonly up: Plan
  readonly down: Plan
  readonly view: View
}

/**
 * Runs the statements of a plan on a copy, a segment a transaction, and then those of the way back, with whatever rows
 * the copy has. Throws FailedWay when a statement fails.
 */
export async function walkWhole(
  copy: { readonly url: string; readonly adminUrl: string },
  request: WholeRequest,
): Promise<WholeWalk> {
  const { current, desired, up, down, view } = request
  return withDatabase(copy.url, (owner) =>
    withDatabase(copy.adminUrl, async (admin) => {
      const open = { owner, admin }
      const unloaded = new Map<string, string>()
      const there = await noteRows(admin, request, { plans: [up], unloaded })
      const back = await noteRows(admin, request, { plans: [up, down], unloaded })
      const look = async (): Promise<State> => seeState(open, view)
      let locks: readonly TableLock[] = []
      const first = await stepTo({ way: 'up', part: 1 }, desired, async () => {
        locks = await runSegments(owner, 'up', up.segments)
        return look()
      })
      const afterUp = await there.check('there')
      const goBack = async (): Promise<unknown> => runSegments(owner, 'down', down.segments)
      return {
        steps: [first, ...(await walkBack([current], [goBack], look))],
        locks: strongestLocks(locks),
        rows: joinTrials(afterUp, await back.check('back')),
      }
    }),
  )
}

/** Runs segments in their order, each as one text in one transaction; answers the locks that they took. */
export async function runSegments(
  db: Queryable,
  way: 'up' | 'down',
  segments: readonly Segment[],
): Promise<TableLock[]> {
  const locks: TableLock[] = []
  for (const segment of segments) {
    const text = segment.statements.map(({ sql }) => `${sql};`).join('\n')
    locks.push(...(await runSegment(db, { way, segment, text })))
  }
  return locks
}

/** Rows are kept when they are kept on both ways. */
export function joinTrials(up: readonly RowTrial[], down: readonly RowTrial[]): RowTrial[] {
  const back = new Map(down.map((trial) => [trial.table, trial]))
  return up.map((trial) => (trial.kept === true ? (back.get(trial.table) ?? trial) : trial))
}
