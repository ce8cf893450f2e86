import { expect, test } from 'vitest'
import type { Trace } from '../../src/plan/trace.ts'
import { emptyTrace } from '../../src/plan/trace.ts'
import { planCatalogs } from '../../src/plan/plan.ts'
import type { Rule } from '../../src/plan/rule.ts'
import { plain } from '../../src/report/paint.ts'
import { renderTrace } from '../../src/report/trace-lines.ts'
import { toy, toyRule, toys } from '../plan/toy.ts'

const from = toys(
  [toy('type t', { size: 1 }), toy('cast old'), toy('language u', { word: 1 })],
  ['cast old > type t', 'language u > cast old'],
)
const to = toys(
  [toy('type t', { size: 2 }), toy('cast new'), toy('language u', { word: 2 })],
  ['cast new > type t', 'language u > cast new'],
)

function traced(language: Rule): Trace {
  const rules = { type: toyRule('type'), cast: toyRule('cast'), language }
  return planCatalogs({ from, to }, rules).trace
}

test('a trace tells the changes, every attempt, the cycle that was broken, the order and the edges', () => {
  const up = traced(toyRule('language', { hasNoData: true }))
  const tables = [
    { table: 'public.a', way: 'up', by: 'atlas', why: 'column b: added', failed: null },
    { table: 'public.c', way: 'down', by: 'own', why: 'column d: added', failed: 'it is wrong' },
  ] as const
  const tried = [
    { planner: 'atlas', texts: 'authored', rows: 'sample', why: 'it is wrong\n  in a line' },
    { planner: 'own', texts: 'catalog', rows: 'none', why: undefined },
  ] as const
  expect(renderTrace({ up, down: emptyTrace, tables, tried }, plain)).toBe(`up: object changes
  cast new    create    only the new state has it
  cast old    drop      only the old state has it
  language u  recreate  to break a cycle
  type t      recreate  no statement alters it in place: size
up: attempts at an order
  every edge: a cycle
    make type t
    → make cast new
    → change language u
    → drop cast old
    → drop type t
    → make type t
  children apart: the same cycle
  required edges: the same cycle
  children apart and required edges: the same cycle
  to break the cycle: recreate language u
  every edge: chosen
up: order
  1.  drop language u
  2.  drop cast old
  3.  drop type t
  4.  make type t
  5.  make cast new
  6.  make language u
up: edges
  drop language u → drop cast old
    language u needs cast old in the old state
  drop language u → make language u
    the name u is free only after the drop
  drop cast old → drop type t
    cast old needs type t in the old state
  drop type t → make type t
    the name t is free only after the drop
  make type t → make cast new
    cast new needs type t in the new state
  make cast new → make language u
    language u needs cast new in the new state
up: edges dropped to break a cycle
  make cast new → change language u
    language u needs cast new in the new state
  change language u → drop cast old
    language u needs cast old in the old state
tables
  up    public.a  Atlas        column b: added
  down  public.c  the planner  fallback, since Atlas was asked: it is wrong
attempts at a proof
  tables by Atlas     texts of the schema files  with sample rows  does not hold: it is wrong
  all by the planner  texts of the catalog       without rows      chosen`)
})

test('a trace of a cycle that stands has no order', () => {
  const up = traced(toyRule('language'))
  const said = renderTrace({ up, down: emptyTrace, tables: [], tried: [] }, plain)
  expect(said.split('\n').filter((line) => !line.startsWith('  '))).toEqual([
    'up: object changes',
    'up: attempts at an order',
    'up: edges',
  ])
})

test('a trace of nothing says so', () => {
  expect(renderTrace({ up: emptyTrace, down: emptyTrace, tables: [], tried: [] }, plain)).toBe(
    'There is no trace: no object differs.',
  )
})
