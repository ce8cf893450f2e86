import { describe, expect, test } from 'vitest'
import { planCatalogs } from '../../src/plan/plan.ts'
import { renderDot } from '../../src/report/plan-graph.ts'
import { toy, toyRule, toys } from '../plan/toy.ts'
import { readDot } from '../support/dot.ts'

const cast = toyRule('cast')
const language = toyRule('language')
const rules = { cast, language }

const hostile = [
  'language public."say ""hi"""',
  'language public."back\\"',
  'language public."two\nlines\\n"',
  'language public."a -> b; }"',
  'language public."&amp; <b>é日本</b>"',
]

describe('the graph in DOT', () => {
  test('is readable back: steps in their order, edges with their reasons', () => {
    const full = toys(
      [toy('language a'), toy('cast b'), toy('cast c')],
      ['language a > cast c', 'cast c > cast b'],
    )
    const { trace } = planCatalogs({ from: toys([]), to: full }, rules)
    expect(renderDot(trace)).toBe(`digraph plan {
  node [shape=box]
  "make cast b" [label="1. make cast b"]
  "make cast c" [label="2. make cast c"]
  "make language a" [label="3. make language a"]
  "make cast b" -> "make cast c" [label="cast c needs cast b in the new state"]
  "make cast c" -> "make language a" [label="language a needs cast c in the new state"]
}`)
  })

  test('keeps names with quotes, backslashes, newlines and signs of DOT', () => {
    const full = toys(
      [...hostile.map((id) => toy(id)), toy('cast needed')],
      hostile.map((id) => `${id} > cast needed`),
    )
    const { trace } = planCatalogs({ from: toys([]), to: full }, rules)
    const { nodes, edges } = readDot(renderDot(trace))
    expect([...nodes.keys()].toSorted()).toEqual(
      ['cast needed', ...hostile].map((id) => `make ${id}`).toSorted(),
    )
    expect(edges.map(({ before, after }) => [before, after])).toEqual(
      hostile.toSorted().map((id) => ['make cast needed', `make ${id}`]),
    )
  })

  test('is empty where nothing differs', () => {
    const same = toys([toy('cast a')])
    const { trace } = planCatalogs({ from: same, to: same }, rules)
    expect(readDot(renderDot(trace))).toEqual({ nodes: new Map(), edges: [] })
  })

  test('is red where a cycle stands', () => {
    const full = toys(
      [toy('language a'), toy('language b'), toy('cast c')],
      ['language a > language b', 'language b > language a', 'language a > cast c'],
    )
    const { trace } = planCatalogs({ from: toys([]), to: full }, rules)
    const { nodes, edges } = readDot(renderDot(trace))
    expect(
      edges.map(({ before, after, attributes }) => [before, after, attributes.get('color')]),
    ).toEqual([
      ['make cast c', 'make language a', undefined],
      ['make language a', 'make language b', 'red'],
      ['make language b', 'make language a', 'red'],
    ])
    expect([...nodes].map(([id, attributes]) => [id, attributes.get('color')])).toEqual([
      ['make cast c', undefined],
      ['make language a', 'red'],
      ['make language b', 'red'],
    ])
  })

  test('has three reasons on an edge, and says how many more there are', () => {
    const parts = ['1', '2', '3', '4', '5'].map((name) => toy(`operator ${name}`, {}, 'cast c'))
    const full = toys(
      [toy('cast c'), toy('language a'), ...parts],
      parts.map(({ id }) => `language a > ${id}`),
    )
    const whole = toyRule('cast', { makes: () => true })
    const { trace } = planCatalogs({ from: toys([]), to: full }, { cast: whole, language })
    const [edge] = readDot(renderDot(trace)).edges
    expect(edge?.attributes.get('label')).toBe(
      [
        'language a needs operator 1 in the new state',
        'language a needs operator 2 in the new state',
        'language a needs operator 3 in the new state',
        'and 2 more',
      ].join('\n'),
    )
  })
})
