import { describe, expect, test } from 'vitest'
import { sortStable } from '../../src/model/graph.ts'
import type { Edge } from '../../src/model/graph.ts'
import { randomFrom } from '../support/shuffle.ts'

describe('nodes are sorted so that every edge holds', () => {
  test('without edges they stay as they are', () => {
    expect(sortStable(['c', 'a', 'b'], [])).toEqual({ kind: 'sorted', order: ['c', 'a', 'b'] })
  })

  test('only what has to move does', () => {
    expect(sortStable(['a', 'b', 'c', 'd'], [{ before: 'd', after: 'b' }])).toEqual({
      kind: 'sorted',
      order: ['a', 'c', 'd', 'b'],
    })
  })

  test('edges from a node to itself, to unknown ones and doubled ones say nothing', () => {
    const edges = [
      { before: 'a', after: 'a' },
      { before: 'x', after: 'a' },
      { before: 'b', after: 'a' },
      { before: 'b', after: 'a' },
    ]
    expect(sortStable(['a', 'b'], edges)).toEqual({ kind: 'sorted', order: ['b', 'a'] })
  })

  test('a circle is named, without what only hangs on it', () => {
    const edges = [
      { before: 'start', after: 'a' },
      { before: 'a', after: 'b' },
      { before: 'b', after: 'c' },
      { before: 'c', after: 'a' },
      { before: 'c', after: 'end' },
    ]
    const sorting = sortStable(['start', 'a', 'b', 'c', 'end'], edges)
    expect(sorting.kind).toBe('cycle')
    const cycle = sorting.kind === 'cycle' ? sorting.cycle : []
    expect(cycle.toSorted()).toEqual(['a', 'b', 'c'])
    expect(isCircle(cycle, edges)).toBe(true)
  })
})

describe('random graphs', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

  test(`a graph without circles is sorted, always in the same way (SEED=${String(seed)})`, () => {
    const random = randomFrom(seed)
    for (let round = 0; round < 200; round += 1) {
      const { nodes, edges } = graph(random, true)
      const sorting = sortStable(nodes, edges)
      const order = sorting.kind === 'sorted' ? sorting.order : []
      expect(order.toSorted()).toEqual(nodes.toSorted())
      expect(
        edges.filter(({ before, after }) => order.indexOf(before) >= order.indexOf(after)),
      ).toEqual([])
      expect(sortStable(nodes, edges.toReversed())).toEqual(sorting)
    }
  })

  test(`any graph is sorted, or a circle of it is named (SEED=${String(seed)})`, () => {
    const random = randomFrom(seed)
    for (let round = 0; round < 200; round += 1) {
      const { nodes, edges } = graph(random, false)
      const sorting = sortStable(nodes, edges)
      const right =
        sorting.kind === 'sorted' ? holds(sorting.order, edges) : isCircle(sorting.cycle, edges)
      expect(right).toBe(true)
    }
  })
})

interface Graph {
  readonly nodes: readonly string[]
  readonly edges: readonly Edge[]
}

/** Up to 30 nodes in a random order with random edges; without circles, from lower to higher numbers only. */
function graph(random: () => number, withoutCircles: boolean): Graph {
  const size = 2 + Math.floor(random() * 28)
  const nodes = Array.from({ length: size }, (_, at) => `n${String(at)}`)
  const pick = (): number => Math.floor(random() * size)
  const edges = Array.from(
    { length: Math.floor(random() * size * 2) },
    () => [pick(), pick()] as const,
  )
    .filter(([a, b]) => a !== b)
    .map(([a, b]) =>
      withoutCircles ? ([Math.min(a, b), Math.max(a, b)] as const) : ([a, b] as const),
    )
    .map(([a, b]) => ({ before: `n${String(a)}`, after: `n${String(b)}` }))
  const keyed = nodes.map((node) => [random(), node] as const)
  return { nodes: keyed.toSorted(([a], [b]) => a - b).map(([, node]) => node), edges }
}

function holds(order: readonly string[], edges: readonly Edge[]): boolean {
  return edges.every(({ before, after }) => order.indexOf(before) < order.indexOf(after))
}

function isCircle(cycle: readonly string[], edges: readonly Edge[]): boolean {
  return (
    cycle.length > 0 &&
    cycle.every((node, at) => {
      const next = cycle[(at + 1) % cycle.length]
      return edges.some(({ before, after }) => before === node && after === next)
    })
  )
}
