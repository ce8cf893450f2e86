import { describe, expect, test } from 'vitest'
import type { Catalog } from '../../src/model/catalog.ts'
import { planCatalogs } from '../../src/plan/plan.ts'
import type { Rule } from '../../src/plan/rule.ts'
import { findGraph } from '../../src/plan/trace.ts'
import type { Trace } from '../../src/plan/trace.ts'
import { toy, toyRule, toys } from './toy.ts'

const type = toyRule('type')
const cast = toyRule('cast')
const language = toyRule('language')

function traced(from: Catalog, to: Catalog, rules: readonly Rule[]): Trace {
  return planCatalogs({ from, to }, Object.fromEntries(rules.map((rule) => [rule.kind, rule])))
    .trace
}

/** What is traced of each object change: its kind and its reason. */
function changesOf({ objectChanges }: Trace): unknown {
  return [...objectChanges].map(([id, objectChange]) => [
    id,
    objectChange.kind,
    'reason' in objectChange ? objectChange.reason : undefined,
  ])
}

describe('the trace of a plan', () => {
  test('says why each object is recreated', () => {
    const part = toyRule('operator', { recreatesParent: () => true })
    const [from, to] = [1, 2].map((size) =>
      toys(
        [
          toy('cast a', { size }),
          toy('language b'),
          toy('type c'),
          ...(size === 1 ? [] : [toy('operator x', {}, 'type c')]),
        ],
        ['language b > cast a'],
      ),
    )
    expect(
      changesOf(traced(from ?? toys([]), to ?? toys([]), [cast, language, type, part])),
    ).toEqual([
      ['cast a', 'replace', { kind: 'attributes', attributes: ['size'] }],
      ['operator x', 'create', undefined],
      ['type c', 'replace', { kind: 'part', part: 'operator x' }],
      ['language b', 'replace', { kind: 'needs', needed: 'cast a' }],
    ])
  })

  test('has each edge with its reasons, once', () => {
    const full = toys(
      [toy('cast a'), toy('operator x', {}, 'cast a'), toy('language b')],
      ['language b > cast a', 'language b > operator x'],
    )
    const whole = toyRule('cast', { makes: () => true })
    const need = { dependent: 'language b', user: 'language b', used: 'cast a' }
    expect(findGraph(traced(toys([]), full, [whole, language]))).toEqual({
      steps: ['make cast a', 'make language b'],
      edges: [
        {
          before: 'make cast a',
          after: 'make language b',
          reasons: ['cast a', 'operator x'].map((needed) => ({
            kind: 'needed in the new state',
            need: { ...need, needed },
          })),
        },
      ],
      cycle: [],
      dropped: [],
    })
  })

  test('says that a name is free only after the drop', () => {
    const from = toys([toy('cast a')])
    const to = toys([toy('operator a')])
    expect(findGraph(traced(from, to, [cast, toyRule('operator')])).edges).toEqual([
      {
        before: 'drop cast a',
        after: 'make operator a',
        reasons: [{ kind: 'name is taken', name: 'a' }],
      },
    ])
  })
})

describe('of a cycle the trace has', () => {
  const from = toys(
    [toy('type t', { size: 1 }), toy('cast old'), toy('language u', { word: 1 })],
    ['cast old > type t', 'language u > cast old'],
  )
  const to = toys(
    [toy('type t', { size: 2 }), toy('cast new'), toy('language u', { word: 2 })],
    ['cast new > type t', 'language u > cast new'],
  )

  test('every attempt, the object that was recreated, and the edges that this took away', () => {
    const light = toyRule('language', { hasNoData: true })
    const trace = traced(from, to, [type, cast, light])
    expect(
      trace.broken.map(({ attempts, recreated }) => ({
        recreated,
        attempts: attempts.map(({ strategy, sorting }) => [strategy, sorting.kind]),
      })),
    ).toEqual([
      {
        recreated: 'language u',
        attempts: [
          ['every edge', 'cycle'],
          ['children apart', 'cycle'],
          ['required edges', 'cycle'],
          ['children apart and required edges', 'cycle'],
        ],
      },
    ])
    expect(trace.attempts.map(({ strategy, sorting }) => [strategy, sorting.kind])).toEqual([
      ['every edge', 'sorted'],
    ])
    expect(changesOf(trace)).toContainEqual(['language u', 'replace', { kind: 'cycle' }])
    const { steps, dropped, cycle } = findGraph(trace)
    expect(steps).not.toContain('change language u')
    expect(dropped.map(({ before, after }) => [before, after])).toEqual([
      ['make cast new', 'change language u'],
      ['change language u', 'drop cast old'],
    ])
    expect(cycle).toEqual([])
  })

  test('the edges that are not required, where an attempt without them has an order', () => {
    const [old, wanted] = [1, 2].map((word) =>
      toys(
        [toy('language step', { word }), toy(`cast ${word}`), toy('language seen', { word })],
        [`cast ${word} > language step`, `language seen > cast ${word}`],
      ),
    )
    const trace = traced(old ?? toys([]), wanted ?? toys([]), [cast, language])
    expect(trace.broken).toEqual([])
    expect(trace.attempts.map(({ strategy, sorting }) => [strategy, sorting.kind])).toEqual([
      ['every edge', 'cycle'],
      ['children apart', 'cycle'],
      ['required edges', 'sorted'],
    ])
    expect(findGraph(trace).dropped.map(({ before, after }) => [before, after])).toEqual([
      ['drop cast 1', 'change language step'],
    ])
  })

  test('the steps that wait for each other, where it cannot be broken', () => {
    const { steps, dropped, cycle } = findGraph(traced(from, to, [type, cast, language]))
    expect(dropped).toEqual([])
    expect(steps).toEqual(steps.toSorted())
    expect(cycle.toSorted()).toEqual(steps)
  })
})
