import { measuredSegment } from '../plan/hazards/measured.ts'
import type { Plan } from '../plan/plan.ts'
import type { Context } from '../plan/rule.ts'
import type { Segment } from '../plan/segment.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { strongestLocks, tableLocks } from './locks.ts'
import type { Measurement } from './measure.ts'
import type { TableLock } from './locks.ts'
import { runSegment } from './run-segment.ts'
import { glanceAt } from './state.ts'
import type { State, View } from './state.ts'
import { noteRows } from './try-rows.ts'
import type { RowTrial } from './try-rows.ts'
import { stepTo, walkBack } from './walk-step.ts'
import type { WalkStep } from './walk-step.ts'
import type { Renaming } from './with-renames.ts'

/** What came of a plan that was run on a copy, up and then all the way back. */
export interface WholeWalk {
  readonly steps: readonly WalkStep[]
  /** What was run in each direction, with the work that was measured. */
  readonly up: readonly Segment[]
  readonly down: readonly Segment[]
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
      const look = async (): Promise<State> => glanceAt(open, view)
      const measured: { up: Measurement[]; down: Measurement[] } = { up: [], down: [] }
      const first = await stepTo({ way: 'up', part: 1 }, desired, async () => {
        measured.up = await runSegments(owner, 'up', up.segments)
        return look()
      })
      const afterUp = await there.check('there')
      const goBack = async (): Promise<void> => {
        measured.down = await runSegments(owner, 'down', down.segments)
      }
      const backSteps = await walkBack([current], [goBack], look)
      const [from, to] = [request.renaming.state.catalog, desired.catalog]
      return {
        steps: [first, ...backSteps],
        up: withMeasurements(up.segments, measured.up, { from, to }),
        down: withMeasurements(down.segments, measured.down, { from: to, to: from }),
        locks: strongestLocks(measured.up.flatMap(({ whole }) => tableLocks(whole))),
        rows: joinTrials(afterUp, await back.check('back')),
      }
    }),
  )
}

function withMeasurements(
  segments: readonly Segment[],
  measured: readonly Measurement[],
  context: Context,
): Segment[] {
  return segments.map((segment, at) =>
    measuredSegment(segment, measured[at]?.statements ?? [], context),
  )
}

/** Runs segments in their order, each as one text in one transaction; answers what they did to relations. */
export async function runSegments(
  db: Queryable,
  way: 'up' | 'down',
  segments: readonly Segment[],
): Promise<Measurement[]> {
  const measured: Measurement[] = []
  for (const segment of segments) {
    const text = segment.statements.map(({ sql }) => `${sql};`).join('\n')
    measured.push(await runSegment(db, { way, segment, text }))
  }
  return measured
}

/** Rows are kept when they are kept on both ways. */
export function joinTrials(up: readonly RowTrial[], down: readonly RowTrial[]): RowTrial[] {
  const back = new Map(down.map((trial) => [trial.table, trial]))
  return up.map((trial) => (trial.kept === true ? (back.get(trial.table) ?? trial) : trial))
}
