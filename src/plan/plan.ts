import { findOutermost, putAround } from './order/outermost.ts'
import { adopt } from './atlas/adopt.ts'
import type { Fallback } from './atlas/adopt.ts'
import type { AtlasAnswer } from './atlas/atlas-answer.ts'
import { decideObjectChanges } from './decide/decide-changes.ts'
import type { Rules, UnmanagedObject } from './decide/object-change.ts'
import { recreatedParts } from './decide/recreated-parts.ts'
import { withRisks } from './hazards/find-risks.ts'
import { goOnline } from './online/go-online.ts'
import type { OnlinePlan } from './online/go-online.ts'
import { placeStatements } from './order/place/place-all.ts'
import { withoutTypesOfTables } from './order/place/typed-tables.ts'
import { checkBodiesLater } from './order/check-bodies-later.ts'
import { orderObjectChanges } from './order/order-changes.ts'
import type { Ordered } from './order/order-changes.ts'
import { leaveRoom } from './write/data-move-note.ts'
import type { Context } from './rule.ts'
import type { Segment } from './segment.ts'
import type { Statement } from './statement.ts'
import type { BrokenCycle, Trace } from './trace.ts'
import type { WrittenStatement } from './write/written-statement.ts'

/** What leads from one state to another, as far as it can be planned. */
export interface Plan<Each extends Statement = WrittenStatement, Reasoned = UnmanagedObject> {
  readonly segments: readonly Segment<Each>[]
  /** What differs and is not planned: a plan with any of these does not arrive. */
  readonly unmanaged: readonly UnmanagedObject[]
  /** What was to be online and keeps its plain form, and why. */
  readonly plain: readonly UnmanagedObject[]
  /** The tables that Atlas was asked about and the planner plans after all, and why. */
  readonly fallbacks: readonly Reasoned[]
  /** How it came about, for those who ask. */
  readonly trace: Trace
}

/** A plan before its SQL is written. */
export type UnwrittenPlan = Plan<Statement, Fallback>

/**
 * Plans from one catalog to another. Pure: the same catalogs and the same answers of Atlas give the same plan.
 */
export function planCatalogs(
  given: Context,
  rules: Rules,
  atlas: AtlasAnswer = { tables: [], actions: [] },
): UnwrittenPlan {
  const { context, unmanaged, ordered, trace } = decideAndOrder(
    withoutTypesOfTables(given),
    rules,
    [],
  )
  const { statements, fallbacks } = adopt(ordered.statements, atlas, context)
  const placed = findOutermost([
    ...(context.renames ?? []),
    ...placeStatements(statements, context),
  ])
  const inner = labelsFirst(leaveRoom(placed.rest, context, rules))
  const told = findOutermost(withRisks([...placed.first, ...inner, ...placed.last], context))
  const transactions = splitSegments(told.rest)
  const { segments, plain } =
    context.online !== undefined
      ? onlineOf(transactions, context)
      : { segments: transactions, plain: [] }
  return {
    segments: putAround(segments, told).map((segment) => ({
      ...segment,
      statements: checkBodiesLater(segment.statements, context),
    })),
    plain,
    unmanaged: [...unmanaged, ...ordered.unmanaged],
    fallbacks,
    trace,
  }
}

function onlineOf(transactions: readonly Segment<Statement>[], context: Context): OnlinePlan {
  const all = transactions.map((segment) => goOnline(segment.statements, context))
  return {
    segments: all.flatMap(({ segments }) => segments),
    plain: all.flatMap(({ plain }) => plain),
  }
}

interface Outcome extends Pick<Plan, 'unmanaged' | 'trace'> {
  /** The context, and what is known of recreated parts. */
  readonly context: Context
  readonly ordered: Ordered
}

/**
 * Where objects depend on each other, one that would be altered is recreated, which breaks the cycle. How a partition
 * moves depends on which of its parts are recreated, so it is decided again when that is known.
 */
function decideAndOrder(context: Context, rules: Rules, broken: readonly BrokenCycle[]): Outcome {
  const recreatedIds = new Set(broken.map(({ recreated }) => recreated))
  const { objectChanges, unmanaged } = decideObjectChanges(context, rules, recreatedIds)
  const more = recreatedParts(objectChanges, context)
  if (more !== undefined) return decideAndOrder({ ...context, recreatedParts: more }, rules, broken)
  const ordered = orderObjectChanges(objectChanges, context, rules)
  const inCycle = ordered.cycleObjects.find((id) => {
    const objectChange = objectChanges.get(id)
    return objectChange?.kind === 'alter' && rules[objectChange.change.to.kind]?.hasNoData === true
  })
  const { attempts } = ordered
  if (inCycle === undefined)
    return { context, unmanaged, ordered, trace: { objectChanges, broken, attempts } }
  return decideAndOrder(context, rules, [...broken, { attempts, recreated: inCycle }])
}

/**
 * Where one transaction is not enough, what ends it is in the first one alone: between the two, and where the second
 * fails on rows, no constraint, trigger or function is missing.
 */
function labelsFirst(statements: readonly Statement[]): readonly Statement[] {
  if (splitSegments(statements).length < 2) return statements
  const groups = [true, false].map((ends) =>
    statements.filter(({ endsSegment }) => endsSegment === ends),
  )
  return groups.flat()
}

function splitSegments(statements: readonly Statement[]): Segment<Statement>[] {
  const segments: Statement[][] = []
  let open = false
  for (const statement of statements) {
    // Statements that all end a segment share one: none of them uses what another brings.
    if (!open || (segments.at(-1)?.at(-1)?.endsSegment === true && !statement.endsSegment))
      segments.push([])
    segments.at(-1)?.push(statement)
    open = true
  }
  return segments.map((list) => ({ statements: list }))
}
