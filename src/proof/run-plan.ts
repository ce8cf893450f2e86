import type { Catalog } from '../model/catalog.ts'
import type { Unmanaged } from '../plan/decide/object-change.ts'
import { measuredSegment } from '../plan/write/measured-hazards.ts'
import type { Context } from '../plan/rule.ts'
import type { WrittenPlan } from '../plan/write/write-plan.ts'
import type { Queryable } from '../postgres/connect.ts'
import { strongestLocks, tableLocks } from './locks.ts'
import type { TableLock } from './locks.ts'
import { runSegments } from './run-segment.ts'
import type { SegmentText } from './run-segment.ts'
import { runUpAndDown } from './run-up-and-down.ts'
import type { Arrival, Part } from './run-up-and-down.ts'
import type { OpenDatabase, State, View } from './state.ts'
import { joinTrials, rowsTouched } from './try-rows.ts'
import type { Unloaded } from './try-rows.ts'
import type { Renaming } from './with-renames.ts'

/** What to run, between which states. */
export interface PlanRequest {
  readonly current: State
  readonly desired: State
  /** What the up direction begins with; nothing when it begins with no renames. */
  readonly renaming?: Renaming
  readonly up: WrittenPlan
  /** Plans and writes the down direction from one state to another. */
  readonly planDown: (from: Catalog, to: Catalog) => WrittenPlan
  /** Whether all transactions are run before any is undone; when absent, a file each, which one down file undoes. */
  readonly asOne?: boolean
  /** Whether the plan leaves things undone, which then stay as they are. */
  readonly partial?: boolean
  /** Why tables of the copy have no sample rows, as far as that is known. */
  readonly samples?: Unloaded
  readonly view: View
}

/** A plan that was run in both directions on a copy, with the work that was measured. */
export interface PlanRun extends Arrival {
  readonly up: readonly SegmentText[]
  /** Where each transaction is a file: what takes it back, in the same order. */
  readonly down: readonly SegmentText[]
  readonly locks: readonly TableLock[]
}

/**
 * Runs a plan up on a copy, a transaction at a time as applying it does, and down, over whatever rows the copy has.
 * Throws FailedWay when a statement fails.
 */
export async function runPlan(open: OpenDatabase, request: PlanRequest): Promise<PlanRun> {
  const { current, desired, renaming, up, planDown, samples = new Map() } = request
  const down = planDown(desired.catalog, current.catalog)
  const start = renaming?.state ?? current
  const context = { from: start.catalog, to: desired.catalog }
  const run = runOf(open.owner)
  const { rows, ...result } = await runUpAndDown(
    open,
    request.asOne === true
      ? [wholePart(run, [up, down], context)]
      : fileParts(run, request, context),
    {
      ...request,
      rows: {
        up: rowsTouched(request, [up.plan], samples),
        down: rowsTouched(request, [up.plan, down.plan], samples),
      },
    },
  )
  return {
    ...result,
    up: result.up.flatMap(({ files }) => files),
    down: result.down.flatMap(({ files }) => files),
    locks: strongestLocks(result.up.flatMap(({ locks }) => locks)),
    rows: joinTrials(rows.up, rows.down),
  }
}

/** What was run of a part, and the locks that it took. */
interface Ran {
  readonly files: readonly SegmentText[]
  readonly locks: readonly TableLock[]
}

type Run = (way: 'up' | 'down', files: readonly SegmentText[], context: Context) => Promise<Ran>

function runOf(owner: Queryable): Run {
  return async (way, files, context) => {
    const measured = await runSegments(owner, way, files)
    return {
      files: files.map(({ segment, text }, at) => ({
        segment: measuredSegment(segment, measured[at]?.statements ?? [], context),
        text,
      })),
      locks: measured.flatMap(({ whole }) => tableLocks(whole)),
    }
  }
}

/** All transactions of both directions. */
function wholePart(
  run: Run,
  [up, down]: readonly [WrittenPlan, WrittenPlan],
  { from, to }: Context,
): Part<Ran> {
  const back = filesOf(down)
  return {
    up: async () => run('up', filesOf(up), { from, to }),
    down: () => ({
      stuck: [],
      planned: { files: back, locks: [] },
      run: async () => run('down', back, { from: to, to: from }),
    }),
  }
}

/** A transaction each. */
function fileParts(run: Run, { up, planDown }: PlanRequest, context: Context): Part<Ran>[] {
  return filesOf(up).map((file) => ({
    up: async () => run('up', [file], context),
    down: ({ catalog: before }, { catalog: after }) => {
      const back = planDown(after, before)
      const [down = nothing, ...more] = filesOf(back)
      return {
        stuck: [...back.plan.unmanaged, ...more.flatMap(refuseMore)],
        planned: { files: [down], locks: [] },
        run: async () => run('down', [down], { from: after, to: before }),
      }
    },
  }))
}

function filesOf({ plan, texts }: WrittenPlan): SegmentText[] {
  return plan.segments.map((segment, at) => ({ segment, text: texts[at] ?? '' }))
}

const nothing: SegmentText = {
  segment: { statements: [] },
  text: '-- Nothing is to be rolled back.\n',
}

function refuseMore({ segment }: SegmentText): Unmanaged[] {
  const [first] = segment.statements
  return first === undefined ? [] : [{ object: first.object, why: manyTransactions }]
}

const manyTransactions =
  'the down direction takes more than one transaction, and one file takes a migration back'
