import { describe, expect, it } from 'vitest'
import { findDangers } from '../../../src/deploy/run/dangers.ts'
import type { Stored } from '../../../src/deploy/run/dangers.ts'

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

describe('the work on rows', () => {
  const work = {
    tableId: 1,
    schema: 's',
    table: 'a',
    inserted: 0,
    deleted: 1,
    updated: 0,
    file: 10,
    size: 8192,
  }
  const first = worked(work)

  it('counts rows that a statement deleted or updated', () => {
    expect(findDangers(first, first, worked({ ...work, deleted: 4, updated: 2 }))).toEqual([
      { kind: 'deleted', schema: 's', table: 'a', count: 3 },
      { kind: 'updated', schema: 's', table: 'a', count: 2 },
    ])
  })

  it('sees a table with a new file, under both names, and how many rows came and went before', () => {
    const before = worked({ ...work, table: 'c', inserted: 5, deleted: 3 })
    const after = worked({ ...work, table: 'c', inserted: 5, deleted: 3, file: 11 })
    const rewritten = {
      kind: 'rewritten',
      schema: 's',
      table: 'a',
      now: { schema: 's', table: 'c' },
      gain: 3,
      deletedBefore: 2,
    }
    expect(findDangers(first, before, after)).toEqual([rewritten])
    // From then on it can be truncated without another file.
    expect(findDangers(first, after, after)).toEqual([])
    const shrunk = worked({ ...work, table: 'c', inserted: 5, deleted: 3, file: 11, size: 0 })
    expect(findDangers(first, after, shrunk)).toEqual([rewritten])
  })

  it('passes over tables that were made on the way', () => {
    const made = { ...work, tableId: 3, table: 'made' }
    expect(
      findDangers(first, worked(work, made), worked(work, { ...made, deleted: 9, file: 12 })),
    ).toEqual([])
  })
})

function worked(...works: Stored['work']): Stored {
  return { columns: original.columns, work: works }
}

function stored(columns: Stored['columns']): Stored {
  return { columns, work: [] }
}
