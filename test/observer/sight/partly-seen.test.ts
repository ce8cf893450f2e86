import { expect, test } from 'vitest'
import type { Observation } from '../../../src/observer/observe.ts'
import { partlySeen } from '../../../src/observer/sight/partly-seen.ts'
import type { SummedSight } from '../../../src/observer/sight/sight.ts'

/** An observation of catalogs, with a line for each, and one about what initdb made. */
function observed(text: string, ...catalogs: readonly string[]): Observation {
  return {
    version: 17,
    lines: catalogs.flatMap((catalog) =>
      [false, true].map((builtIn) => ({ catalog, builtIn, object: text, fields: '()' })),
    ),
    fields: Object.fromEntries(catalogs.map((name) => [name, ['a']])),
    builtIns: 'all',
    checksums: {},
    columnOrder: {},
    unreadable: [],
  }
}

/** A sight that tells what it was asked. */
function rest(asked: unknown[]): SummedSight {
  return {
    sumUp: async () => ({
      ...observed(''),
      sums: {},
      marks: {},
      fields: { pg_class: [], pg_proc: [] },
    }),
    look: async (only = [], detail = 'all') => {
      asked.push([only, detail])
      return observed('asked', ...only)
    },
  }
}

test('the lines of catalogs that were read are not asked for again', async () => {
  const asked: unknown[] = []
  const sight = partlySeen(rest(asked), { seen: observed('seen', 'pg_class'), detail: 'all' })
  const { lines } = await sight.look(['pg_class'], 'our own')
  expect([lines.map(({ object, builtIn }) => [object, builtIn]), asked]).toEqual([
    [['seen', false]],
    [],
  ])
  const both = await sight.look()
  expect(Object.keys(both.fields)).toEqual(['pg_class', 'pg_proc'])
  expect([both.lines.map(({ object }) => object), asked]).toEqual([
    ['seen', 'seen', 'asked', 'asked'],
    [[['pg_proc'], 'all']],
  ])
})

test('lines without those of what initdb made are not all lines', async () => {
  const asked: unknown[] = []
  const sight = partlySeen(rest(asked), { seen: observed('seen', 'pg_class'), detail: 'our own' })
  const { lines } = await sight.look(['pg_class'], 'all')
  expect([lines.map(({ object }) => object), asked]).toEqual([
    ['asked', 'asked'],
    [[['pg_class'], 'all']],
  ])
})
