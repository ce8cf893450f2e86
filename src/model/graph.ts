/** That one node comes before another. */
export interface Edge {
  readonly before: string
  readonly after: string
}

/** An order of all nodes, or a cycle that allows none: its nodes in their order. */
export type Sorting =
  | { readonly kind: 'sorted'; readonly order: readonly string[] }
  | { readonly kind: 'cycle'; readonly cycle: readonly string[] }

/**
 * Sorts nodes so that every edge holds; among those that may come next, the first one given comes first, so that
 * the same input has the same order always. Edges from or to nodes that are not given are passed over.
 */
export function sortStable(nodes: readonly string[], edges: readonly Edge[]): Sorting {
  const rank = new Map(nodes.map((node, index) => [node, index]))
  const known = edges.filter(
    ({ before, after }) => before !== after && rank.has(before) && rank.has(after),
  )
  const followers = Map.groupBy(known, ({ before }) => before)
  const waiting = new Map(nodes.map((node) => [node, 0]))
  for (const { after } of known) waiting.set(after, (waiting.get(after) ?? 0) + 1)
  const ready = createHeap(nodes.flatMap((node, index) => (waiting.get(node) === 0 ? [index] : [])))
  const order: string[] = []
  const release = (node: string): void => {
    const left = (waiting.get(node) ?? 1) - 1
    waiting.set(node, left)
    if (left === 0) ready.push(rank.get(node) ?? 0)
  }
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    const node = nodes[index] ?? ''
    order.push(node)
    for (const { after } of followers.get(node) ?? []) release(after)
  }
  if (order.length === nodes.length) return { kind: 'sorted', order }
  return { kind: 'cycle', cycle: findCycle(known, waiting) }
}

/** Follows what a blocked node waits for until a node repeats: from there it is a cycle. */
function findCycle(edges: readonly Edge[], waiting: ReadonlyMap<string, number>): string[] {
  const stuck = (node: string): boolean => (waiting.get(node) ?? 0) > 0
  const back = new Map(
    edges
      .filter(({ before, after }) => stuck(before) && stuck(after))
      .map(({ before, after }) => [after, before]),
  )
  const path: string[] = []
  let node: string | undefined = back.keys().next().value
  while (node !== undefined && !path.includes(node)) {
    path.push(node)
    node = back.get(node)
  }
  return path.slice(path.indexOf(node ?? '')).toReversed()
}

interface Heap {
  readonly push: (value: number) => void
  readonly pop: () => number | undefined
}

/** Keeps numbers so that the smallest comes out first, each in logarithmic time. */
function createHeap(values: readonly number[]): Heap {
  const heap = values.toSorted((a, b) => a - b)
  const at = (index: number): number => heap[index] ?? Number.POSITIVE_INFINITY
  const swap = (a: number, b: number): void => {
    const kept = at(a)
    heap[a] = at(b)
    heap[b] = kept
  }
  return {
    push: (value) => {
      heap.push(value)
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1
        if (at(parent) <= at(child)) break
        swap(parent, child)
        child = parent
      }
    },
    pop: () => {
      const first = heap[0]
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return first
      heap[0] = last
      sink(heap.length)
      return first
    },
  }

  function sink(length: number): void {
    for (let parent = 0; ;) {
      const left = parent * 2 + 1
      const smaller = left + 1 < length && at(left + 1) < at(left) ? left + 1 : left
      if (smaller >= length || at(parent) <= at(smaller)) return
      swap(parent, smaller)
      parent = smaller
    }
  }
}
