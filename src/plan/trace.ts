import type { ObjectId } from '../model/catalog.ts'
import type { Edge } from '../model/graph.ts'
import type { ObjectChanges } from './decide/object-change.ts'
import type { EdgeReason, ReasonedEdge } from './order/edges.ts'
import type { OrderAttempt } from './order/sort-once.ts'

/** How a plan came to its statements and their order. */
export interface Trace {
  readonly objectChanges: ObjectChanges
  /** The cycles that were broken by recreating an object, the first one first. */
  readonly broken: readonly BrokenCycle[]
  /** The attempts at an order after that. The last one is used. */
  readonly attempts: readonly OrderAttempt[]
}

/** The trace where nothing differs. */
export const emptyTrace: Trace = { objectChanges: new Map(), broken: [], attempts: [] }

/** Attempts that all ended in a cycle, and the object of the last cycle that is recreated because of it. */
export interface BrokenCycle {
  readonly attempts: readonly OrderAttempt[]
  readonly recreated: ObjectId
}

/** A graph of steps, by their ids. */
export interface PlanGraph {
  /** In the order of the plan; where there is none, in the order of ids. */
  readonly steps: readonly string[]
  /** Each pair of steps once, in the order of the steps. */
  readonly edges: readonly GraphEdge[]
  /** The steps that are left where every order fails, in their order, the first one after the last. */
  readonly cycle: readonly string[]
  /** Edges of cycles that were broken, and that the graph no longer has. */
  readonly dropped: readonly GraphEdge[]
}

/** That one step comes before another, with every reason. */
export interface GraphEdge extends Edge {
  readonly reasons: readonly EdgeReason[]
}

/** The graph that a plan follows, and what was taken out of it to break cycles. */
export function findGraph({ broken, attempts }: Trace): PlanGraph {
  const last = attempts.at(-1)
  if (last === undefined) return { steps: [], edges: [], cycle: [], dropped: [] }
  const { sorting } = last
  const steps = sorting.kind === 'sorted' ? sorting.order : [...last.steps.keys()].toSorted()
  const edges = groupEdges(last.edges, steps)
  const held = new Set(edges.map(keyOf))
  const failed = [...broken.flatMap((each) => each.attempts), ...attempts.slice(0, -1)]
  return {
    steps,
    edges,
    cycle: cycleOf(last),
    dropped: groupEdges(failed.flatMap(cycleEdges), steps).filter((edge) => !held.has(keyOf(edge))),
  }
}

/** The steps that wait for each other in an attempt, in their order; nothing where it has an order. */
export function cycleOf({ sorting }: OrderAttempt): readonly string[] {
  return sorting.kind === 'cycle' ? sorting.cycle : []
}

/** The edges from each step of a cycle to the next one. */
function cycleEdges(attempt: OrderAttempt): ReasonedEdge[] {
  const cycle = cycleOf(attempt)
  const next = new Map(cycle.map((id, index) => [id, cycle[(index + 1) % cycle.length]]))
  return attempt.edges.filter(({ before, after }) => next.get(before) === after)
}

function groupEdges(edges: readonly ReasonedEdge[], steps: readonly string[]): GraphEdge[] {
  const place = new Map(steps.map((id, index) => [id, index]))
  const placeOf = (id: string): number => place.get(id) ?? steps.length
  const groups = Map.groupBy(
    edges.filter(({ before, after }) => before !== after),
    keyOf,
  )
  return [...groups.values()]
    .flatMap((group) =>
      group
        .slice(0, 1)
        .map(({ before, after }) => ({ before, after, reasons: group.map((each) => each.reason) })),
    )
    .toSorted(
      (a, b) =>
        placeOf(a.before) - placeOf(b.before) ||
        placeOf(a.after) - placeOf(b.after) ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    )
}

function keyOf({ before, after }: Edge): string {
  return JSON.stringify([before, after])
}
