import { expect, test } from 'vitest'
import type { CatalogObject, Value } from '../../../src/model/catalog.ts'
import { findLikelyRenames } from '../../../src/plan/renames/likely.ts'
import { toy, toys } from '../toy.ts'

/** An object of a schema, by its id. */
function thing(
  id: string,
  attributes: Readonly<Record<string, Value>> = {},
  parent?: string,
): CatalogObject {
  return { ...toy(id, attributes, parent), schema: 'public' }
}

/** What looks like a rename, as `old > new`. */
function likely(from: readonly CatalogObject[], to: readonly CatalogObject[]): string[] {
  return findLikelyRenames(toys(from), toys(to)).flatMap((each) =>
    each.from.map((old) => `${old.spelled.join('.')} > ${each.to.spelled.join('.')}`),
  )
}

const table = (name: string, more: Readonly<Record<string, Value>> = {}): CatalogObject[] => [
  thing(`table public.${name}`, more),
  thing(`column public.${name}.id`, { type: 'integer', notNull: true }, `table public.${name}`),
]

test('a table with the same columns', () => {
  expect(likely(table('a'), table('b'))).toEqual(['public.a > public.b'])
})

const year = (name: string, bound: string): CatalogObject[] =>
  table(name, { partitionOf: 'table public.all', bound })

test('not the partition of the next year', () => {
  expect(likely(year('y1', 'FOR VALUES IN (1)'), year('y2', 'FOR VALUES IN (2)'))).toEqual([])
})

test('not a column of another table, another type, or one that may be empty', () => {
  const column = (name: string, more: Readonly<Record<string, Value>>): CatalogObject =>
    thing(`column public.a.${name}`, { type: 'text', notNull: true, ...more }, 'table public.a')
  const a = thing('table public.a', { owner: 'me' })
  expect(likely([a, column('x', {})], [a, column('y', {})])).toEqual(['public.a.x > public.a.y'])
  expect(likely([a, column('x', {})], [a, column('y', { type: 'integer' })])).toEqual([])
  expect(likely([a, column('x', {})], [a, column('y', { notNull: false })])).toEqual([])
  const other = thing('column public.b.y', { type: 'text', notNull: true }, 'table public.b')
  expect(likely([a, column('x', {})], [a, other])).toEqual([])
})

const type = (...labels: readonly string[]): CatalogObject[] => [thing('enum public.e', { labels })]

test('labels: one gone and one come at the same place', () => {
  expect(likely(type('a', 'b', 'c'), type('a', 'x', 'c'))).toEqual(["public.e.'b' > public.e.'x'"])
  expect(likely(type('a', 'b', 'c'), type('a', 'c', 'x'))).toEqual([])
  expect(likely(type('a', 'b'), type('b', 'a'))).toEqual([])
  expect(likely(type('a', 'b'), type('a', 'b', 'c'))).toEqual([])
  expect(likely(type('a', 'b'), type('a'))).toEqual([])
})

const make = (id: string, body: string): CatalogObject =>
  thing(`function public.${id}`, { body, definition: `CREATE FUNCTION ${id}` })

test('functions of the same arguments and body alone', () => {
  expect(likely([make('f(integer)', 'x')], [make('g(integer)', 'x')])).toEqual([
    'public.f > public.g',
  ])
  expect(likely([make('f(integer)', 'x')], [make('g(text)', 'x')])).toEqual([])
  expect(likely([make('f(integer)', 'x')], [make('g(integer)', 'y')])).toEqual([])
})
