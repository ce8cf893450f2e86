import type { ObjectId } from '../../model/catalog.ts'
import { sortStable } from '../../model/graph.ts'
import type { ReasonedEdge } from './edges.ts'

/** A graph of steps that has no order yet. */
interface Graph {
  readonly steps: ReadonlyMap<string, unknown>
  readonly edges: readonly ReasonedEdge[]
}

/**
 * Finds children that have to be dropped before their parents, so that these wait for each other no more: in each
 * cycle those of one edge. `mayGoFirst` says which ones can.
 */
export function findApartChildren(
  { steps, edges }: Graph,
  mayGoFirst: (child: ObjectId) => boolean,
): ObjectId[] {
  const sorting = sortStable([...steps.keys()], edges)
  if (sorting.kind === 'sorted') return []
  const { cycle } = sorting
  const hops = cycle
    .map((before, at) => ({ before, after: cycle[(at + 1) % cycle.length] }))
    .map((hop) => edges.filter((edge) => edge.before === hop.before && edge.after === hop.after))
    .map((hop) => ({ hop, children: hop.flatMap((edge) => childOf(edge, mayGoFirst)) }))
  const free = hops.find(({ hop, children }) => children.length === hop.length)
  const { hop, children } = free ?? hops.find((each) => each.children.length > 0) ?? {}
  if (hop === undefined || children === undefined) return []
  const rest = edges.filter((edge) => !hop.includes(edge))
  return [...children, ...findApartChildren({ steps, edges: rest }, mayGoFirst)]
}

function childOf({ reason }: ReasonedEdge, mayGoFirst: (child: ObjectId) => boolean): ObjectId[] {
  if (reason.kind !== 'needed in the old state') return []
  const { dependent } = reason.need
  return mayGoFirst(dependent) ? [dependent] : []
}
