import { expect, it } from 'vitest'
import { findDangers } from '../../src/deploy/dangers.ts'
import type { Stored } from '../../src/deploy/dangers.ts'

const a1 = { tableId: 1, schema: 's', table: 'a', columnNumber: 1, column: 'x', type: 'text' }
const a2 = { tableId: 1, schema: 's', table: 'a', columnNumber: 2, column: 'y', type: 'text' }
const b1 = { tableId: 2, schema: 's', table: 'b', columnNumber: 1, column: 'z', type: 'text' }
const original = stored([a1, a2, b1])

it('sees a table that went, once', () => {
  expect(findDangers(original, original, stored([b1]))).toEqual([
    { kind: 'table', schema: 's', table: 'a' },
  ])
})

it('sees a column that went and one that was retyped', () => {
  expect(findDangers(original, original, stored([{ ...a2, type: 'integer' }, b1]))).toEqual([
    { kind: 'column', schema: 's', table: 'a', column: 'x' },
    { kind: 'retyped', schema: 's', table: 'a', column: 'y' },
  ])
})

it('takes a rename for no danger, and goes on under the name that it had', () => {
  const renamed = stored([{ ...a1, table: 'c', column: 'w' }, { ...a2, table: 'c' }, b1])
  expect(findDangers(original, original, renamed)).toEqual([])
  expect(findDangers(original, renamed, stored([b1]))).toEqual([
    { kind: 'table', schema: 's', table: 'a' },
  ])
})

it('passes over what was made on the way', () => {
  const made = stored([a1, a2, b1, { ...b1, tableId: 3, table: 'made' }])
  expect(findDangers(original, original, made)).toEqual([])
  expect(findDangers(original, made, original)).toEqual([])
})

it('counts rows that a statement deleted or updated, and sees a table with a new file', () => {
  const work = { tableId: 1, schema: 's', table: 'a', deleted: 1, updated: 0, file: 10 }
  const before = { columns: original.columns, work: [work] }
  const after = { columns: original.columns, work: [{ ...work, deleted: 4, updated: 2, file: 11 }] }
  expect(findDangers(original, before, after)).toEqual([
    { kind: 'deleted', schema: 's', table: 'a', count: 3 },
    { kind: 'updated', schema: 's', table: 'a', count: 2 },
    { kind: 'rewritten', schema: 's', table: 'a' },
  ])
})

function stored(columns: Stored['columns']): Stored {
  return { columns, work: [] }
}
