import type { Catalog } from '../model/catalog.ts'
import type { Change } from '../model/diff.ts'
import type { Segment } from '../plan/plan.ts'
import type { WrittenPlan } from '../plan/write-plan.ts'
import { withDatabase } from '../postgres/connect.ts'
import type { Scope } from '../postgres/read/reader.ts'
import { whatIsAmiss } from './amiss.ts'
import type { Difference } from './compare.ts'
import { strongestLocks } from './locks.ts'
import { withoutUndone } from './partial.ts'
import type { TableLock } from './locks.ts'
import { seeState } from './state.ts'
import type { OpenDatabase, State } from './state.ts'
import type { Renaming } from './with-renames.ts'
import { runSegment } from './run-segment.ts'
import { fillTables, noteRows } from './try-rows.ts'
import type { RowTrial } from './try-rows.ts'
import { joinTrials } from './walk-whole.ts'

/** One migration: a segment of the way up, and the whole way back from it to the segment before. */
interface Stage {
  readonly up: Segment
  readonly upText: string
  readonly down: Segment
  readonly downText: string
}

/** What was shown on a copy, and how long it took, in milliseconds. */
export interface WalkStep {
  readonly way: 'up' | 'down'
  /** Which migration was run, from 1; the way up is looked at after the last of them. */
  readonly part: number
  /** What is not as it should be, by the readers and by the observer; nothing when it holds. */
  readonly changes: readonly Change[]
  readonly differences: readonly Difference[]
  readonly milliseconds: number
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
  /** The folder of sample rows; none are put into the tables when it is undefined. */
  readonly samples: string | undefined
  readonly scope: Scope
  readonly ignoreSchemas: readonly string[]
}

/**
 * Walks a plan up on a copy, file by file as applying it does, and back the same way, with sample rows in the tables
 * that it touches. Throws UserError when a statement fails.
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
  const unloaded = await fillTables(admin, request, [up, down])
  const thereTrial = await noteRows(admin, request, { plans: [up], unloaded })
  const backTrial = await noteRows(admin, request, { plans: [up, down], unloaded })
  const { states, locks, step } = await walkUp(open, request)
  const afterUp = await thereTrial.check('there')
  const ways = waysOf(request, states)
  const stages = ways.map(({ stage }) => stage)
  const common = { stages, stuck: ways.flatMap(({ stuck }) => stuck), locks }
  if (common.stuck.length > 0) return { ...common, steps: [step], rows: afterUp }
  const back = await walkDown(open, { request, stages, states })
  return {
    ...common,
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
}

async function walkUp(open: OpenDatabase, request: WalkRequest): Promise<Ascent> {
  const start = performance.now()
  const { plan, texts } = request.up
  const states = [request.current]
  const locks: TableLock[] = []
  for (const [at, segment] of plan.segments.entries()) {
    locks.push(...(await runSegment(open.owner, { way: 'up', segment, text: texts[at] ?? '' })))
    states.push(await seeState(open, request))
  }
  const reached = states.at(-1) ?? request.current
  const step = stepOf({ way: 'up', part: plan.segments.length }, request.desired, reached)
  const amiss =
    request.partial === true ? withoutUndone(step, request.current, request.desired) : step
  return {
    // What was left undone is no part of the way back.
    states: request.partial === true ? states : [...states.slice(0, -1), request.desired],
    locks: strongestLocks(locks),
    step: { ...step, ...amiss, milliseconds: performance.now() - start },
  }
}

async function walkDown(
  open: OpenDatabase,
  {
    request,
    stages,
    states,
  }: {
    readonly request: WalkRequest
    readonly stages: readonly Stage[]
    readonly states: readonly State[]
  },
): Promise<WalkStep[]> {
  const steps: WalkStep[] = []
  for (const [at, { down, downText }] of [...stages.entries()].toReversed()) {
    const start = performance.now()
    await runSegment(open.owner, { way: 'down', segment: down, text: downText })
    const reached = await seeState(open, request)
    const step = stepOf({ way: 'down', part: at + 1 }, states[at] ?? request.current, reached)
    steps.push({ ...step, milliseconds: performance.now() - start })
  }
  return steps
}

interface Way {
  readonly stage: Stage
  /** What of the way back is not planned. */
  readonly stuck: readonly { readonly object: string; readonly why: string }[]
}

function waysOf({ up, planBack }: WalkRequest, states: readonly State[]): Way[] {
  return up.plan.segments.map((segment, at) => {
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

function stepOf(
  name: Pick<WalkStep, 'way' | 'part'>,
  wanted: State,
  reached: State,
): Omit<WalkStep, 'milliseconds'> {
  return {
    ...name,
    ...whatIsAmiss(reached, wanted),
  }
}
