import type { Change } from '../model/diff.ts'
import type { Plan, Segment } from '../plan/plan.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { whatIsAmiss } from './amiss.ts'
import type { Difference } from './compare.ts'
import { strongestLocks } from './locks.ts'
import type { TableLock } from './locks.ts'
import { runSegment } from './run-segment.ts'
import { seeState } from './state.ts'
import type { OpenDatabase, State, View } from './state.ts'
import { noteRows } from './try-rows.ts'
import type { RowTrial } from './try-rows.ts'

/** One way of a walk: what is not as it should be at its end, by the readers and by the observer. */
export interface WholeStep {
  readonly way: 'up' | 'down'
  readonly changes: readonly Change[]
  readonly differences: readonly Difference[]
  readonly milliseconds: number
}

/** What came of a plan that was run on a copy, up and then all the way back. */
export interface WholeWalk {
  readonly steps: readonly WholeStep[]
  readonly locks: readonly TableLock[]
  readonly rows: readonly RowTrial[]
}

/** What to walk, between which states. */
export interface WholeRequest {
  readonly current: State
  readonly desired: State
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
      const first = await goOne(open, { way: 'up', plan: up, wanted: desired, view })
      const afterUp = await there.check('there')
      const second = await goOne(open, { way: 'down', plan: down, wanted: current, view })
      return {
        steps: [first.step, second.step],
        locks: strongestLocks(first.locks),
        rows: joinTrials(afterUp, await back.check('back')),
      }
    }),
  )
}

interface Way {
  readonly way: 'up' | 'down'
  readonly plan: Plan
  readonly wanted: State
  readonly view: View
}

async function goOne(open: OpenDatabase, { way, plan, wanted, view }: Way): Promise<Went> {
  const start = performance.now()
  const locks = await runSegments(open.owner, way, plan.segments)
  const reached = await seeState(open, view)
  const step = {
    way,
    ...whatIsAmiss(reached, wanted),
    milliseconds: performance.now() - start,
  }
  return { step, locks }
}

interface Went {
  readonly step: WholeStep
  readonly locks: readonly TableLock[]
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
