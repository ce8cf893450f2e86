import type { Catalog } from '../model/catalog.ts'
import { measuredSegment } from '../plan/hazards/measured.ts'
import type { Segment } from '../plan/segment.ts'
import type { Context } from '../plan/rule.ts'
import type { WrittenPlan } from '../plan/write-plan.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Scope } from '../postgres/read/reader.ts'
import type { IgnoredSchemas } from './ignored.ts'
import { strongestLocks, tableLocks } from './locks.ts'
import { withoutUndone } from './partial.ts'
import type { TableLock } from './locks.ts'
import { glanceAt, seeState } from './state.ts'
import type { OpenDatabase, State } from './state.ts'
import type { Renaming } from './with-renames.ts'
import { runSegment } from './run-segment.ts'
import { noteRows, whyUnloaded } from './try-rows.ts'
import type { RowTrial, Unloaded } from './try-rows.ts'
import { stepTo, walkBack } from './walk-step.ts'
import type { WalkStep } from './walk-step.ts'
import { joinTrials } from './walk-whole.ts'

/** One migration: a segment of the way up, and the whole way back from it to the segment before. */
interface Stage {
  readonly up: Segment
  readonly upText: string
  readonly down: Segment
  readonly downText: string
}

/** A plan that was run both ways on a copy: what was written for it, and what came of it. */
export interface Walk {
  readonly steps: readonly WalkStep[]
  /** What is not planned: a way back that takes more than one transaction. */
  readonly stuck: readonly { readonly object: string; readonly why: string }[]
  readonly stages: readonly Stage[]
  readonly locks: readonly TableLock[]
  readonly rows: readonly RowTrial[]
}

/** What to walk, between which states. */
export interface WalkRequest {
  readonly current: State
  readonly desired: State
  readonly up: WrittenPlan
  /** What the way up begins with; nothing when it begins with no renames. */
  readonly renaming?: Renaming
  /** Plans and writes the way back from one state to another. */
  readonly planBack: (from: Catalog, to: Catalog) => WrittenPlan
  /** Whether the plan leaves things undone, which then stay as they are. */
  readonly partial?: boolean
  /** Why tables of the copy have no sample rows, as far as that is known. */
  readonly samples: Unloaded | undefined
  readonly scope: Scope
  readonly ignoreSchemas: IgnoredSchemas
}

/**
 * Walks a plan up on a copy, file by file as applying it does, and back the same way, over whatever rows the copy has.
 * Throws UserError when a statement fails.
 */
export async function walkPlan(
  copy: { readonly url: string; readonly adminUrl: string },
  request: WalkRequest,
): Promise<Walk> {
  return withDatabase(copy.url, (owner) =>
    withDatabase(copy.adminUrl, (admin) => walkOpen({ owner, admin }, request)),
  )
}

/** The same on a copy that is open. */
export async function walkOpen(open: OpenDatabase, request: WalkRequest): Promise<Walk> {
  const { admin } = open
  const { plan: up } = request.up
  const { plan: down } = request.planBack(request.desired.catalog, request.current.catalog)
  const unloaded = whyUnloaded(request.samples ?? new Map(), request.renaming)
  const thereTrial = await noteRows(admin, request, { plans: [up], unloaded })
  const backTrial = await noteRows(admin, request, { plans: [up, down], unloaded })
  const { states, locks, step, segments } = await walkUp(open, request)
  const afterUp = await thereTrial.check('there')
  const ways = waysOf({ ...request, segments }, states)
  const stages = ways.map(({ stage }) => stage)
  const common = { stages, stuck: ways.flatMap(({ stuck }) => stuck), locks }
  if (common.stuck.length > 0) return { ...common, steps: [step], rows: afterUp }
  const downs = new Map<Stage, Segment>()
  const runs = stages.map((stage, at) => async () => {
    const { down: segment, downText: text } = stage
    const measured = await runSegment(open.owner, { way: 'down', segment, text })
    downs.set(
      stage,
      measuredSegment(segment, measured.statements, contextOf(states[at + 1], states[at])),
    )
  })
  const back = await walkBack(states, runs, async () => glanceAt(open, request))
  return {
    ...common,
    stages: stages.map((stage) => ({ ...stage, down: downs.get(stage) ?? stage.down })),
    steps: [step, ...back],
    rows: joinTrials(afterUp, await backTrial.check('back')),
  }
}

/** Whether a plan leads where it should, both ways, and keeps what it does not declare lost. */
export function arrives({ stuck, steps, rows }: Walk): boolean {
  return (
    stuck.length === 0 &&
    steps.every(({ changes, differences }) => changes.length + differences.length === 0) &&
    rows.every(({ kept }) => kept !== false)
  )
}

interface Ascent {
  /** The state before each segment, and the one that was reached. */
  readonly states: readonly State[]
  readonly locks: readonly TableLock[]
  readonly step: WalkStep
  /** What was run, with the work that was measured. */
  readonly segments: readonly Segment[]
}

async function walkUp(open: OpenDatabase, request: WalkRequest): Promise<Ascent> {
  const { current, desired, up, partial = false } = request
  const states = [current]
  const locks: TableLock[] = []
  const segments: Segment[] = []
  const context = contextOf(request.renaming?.state ?? current, desired)
  const part = up.plan.segments.length
  const step = await stepTo({ way: 'up', part }, desired, async () => {
    for (const [at, segment] of up.plan.segments.entries()) {
      const text = up.texts[at] ?? ''
      const measured = await runSegment(open.owner, { way: 'up', segment, text })
      locks.push(...tableLocks(measured.whole))
      segments.push(measuredSegment(segment, measured.statements, context))
      // The last is compared at once; the others are what the down direction has to reach.
      const see = at + 1 === part ? glanceAt : seeState
      states.push(await see(open, request))
    }
    return states.at(-1) ?? current
  })
  return {
    // What was left undone is no part of the way back.
    states: partial ? states : [...states.slice(0, -1), desired],
    locks: strongestLocks(locks),
    segments,
    step: partial ? { ...step, ...(await withoutUndone(step, current, desired)) } : step,
  }
}

interface Way {
  readonly stage: Stage
  /** What of the way back is not planned. */
  readonly stuck: readonly { readonly object: string; readonly why: string }[]
}

function contextOf(from: State | undefined, to: State | undefined): Context {
  if (from === undefined || to === undefined) throw new Error('a segment without its states')
  return { from: from.catalog, to: to.catalog }
}

function waysOf(
  { up, planBack, segments }: WalkRequest & Pick<Ascent, 'segments'>,
  states: readonly State[],
): Way[] {
  return segments.map((segment, at) => {
    const [before, after] = states.slice(at)
    if (before === undefined || after === undefined) throw new Error('a segment without its states')
    const back = planBack(after.catalog, before.catalog)
    const [down = nothing, ...more] = back.plan.segments
    const [downText = '-- Nothing is to be taken back.\n'] = back.texts
    return {
      stage: { up: segment, upText: up.texts[at] ?? '', down, downText },
      stuck: [...back.plan.unmanaged, ...more.flatMap(refuseMore)],
    }
  })
}

const nothing: Segment = { statements: [] }

function refuseMore({ statements }: Segment): { readonly object: string; readonly why: string }[] {
  const [first] = statements
  return first === undefined ? [] : [{ object: first.object, why: manyTransactions }]
}

const manyTransactions =
  'the way back takes more than one transaction, and one file takes a migration back'
