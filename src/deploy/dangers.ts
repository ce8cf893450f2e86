import type { RowWork, StoredColumn } from './stored.ts'

/** What a database stores at one moment of a transaction. */
export interface Stored {
  readonly columns: readonly StoredColumn[]
  readonly work: readonly RowWork[]
}

/**
 * Something that a statement takes away: all rows of a table, the values of a column, or rows one by one.
 * `deleted` and `updated` rows are counted already; the others are counted in the database as it was.
 */
export type Danger =
  | { readonly kind: 'table'; readonly schema: string; readonly table: string }
  | {
      readonly kind: 'column'
      readonly schema: string
      readonly table: string
      readonly column: string
    }
  | {
      readonly kind: 'retyped'
      readonly schema: string
      readonly table: string
      readonly column: string
    }
  | { readonly kind: 'rewritten'; readonly schema: string; readonly table: string }
  | {
      readonly kind: 'deleted' | 'updated'
      readonly schema: string
      readonly table: string
      readonly count: number
    }

/**
 * Finds what one statement endangers: `before` and `after` are read around it, `original` before the first one.
 * Only what was there originally counts; it goes by the names that it had then.
 */
export function findDangers(original: Stored, before: Stored, after: Stored): Danger[] {
  return [
    ...findGoneTables(original, before, after),
    ...findColumnDangers(original, before, after),
    ...findRowDangers(before, after),
    ...findRewritten(before, after),
  ]
}

function findGoneTables(original: Stored, before: Stored, after: Stored): Danger[] {
  const left = new Set(after.columns.map(({ tableId }) => tableId))
  const gone = new Set(before.columns.map(({ tableId }) => tableId).filter((id) => !left.has(id)))
  const firsts = original.columns.filter(
    ({ tableId }, index) => gone.has(tableId) && tableId !== original.columns[index - 1]?.tableId,
  )
  return firsts.map(({ schema, table }) => ({ kind: 'table', schema, table }))
}

function findColumnDangers(original: Stored, before: Stored, after: Stored): Danger[] {
  const tablesLeft = new Set(after.columns.map(({ tableId }) => tableId))
  const typeBefore = new Map(before.columns.map((column) => [keyOf(column), column.type]))
  const typeAfter = new Map(after.columns.map((column) => [keyOf(column), column.type]))
  return original.columns.flatMap((column): Danger[] => {
    const { schema, table } = column
    const was = typeBefore.get(keyOf(column))
    const is = typeAfter.get(keyOf(column))
    if (was === is || was === undefined || !tablesLeft.has(column.tableId)) return []
    return [{ kind: is === undefined ? 'column' : 'retyped', schema, table, column: column.column }]
  })
}

function findRowDangers(before: Stored, after: Stored): Danger[] {
  const earlier = new Map(before.work.map((work) => [work.tableId, work]))
  return after.work.flatMap((work): Danger[] => {
    const past = earlier.get(work.tableId)
    const { schema, table } = work
    return [
      { kind: 'deleted' as const, schema, table, count: work.deleted - (past?.deleted ?? 0) },
      { kind: 'updated' as const, schema, table, count: work.updated - (past?.updated ?? 0) },
    ].filter(({ count }) => count > 0)
  })
}

function findRewritten(before: Stored, after: Stored): Danger[] {
  const earlier = new Map(before.work.map(({ tableId, file }) => [tableId, file]))
  return after.work
    .filter(({ tableId, file }) => earlier.has(tableId) && earlier.get(tableId) !== file)
    .map(({ schema, table }) => ({ kind: 'rewritten', schema, table }))
}

function keyOf({ tableId, columnNumber }: StoredColumn): string {
  return `${String(tableId)}.${String(columnNumber)}`
}
