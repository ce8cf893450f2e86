import type { RowWork, StoredColumn } from './stored-columns.ts'

/** A table by its names. */
export interface TableName {
  readonly schema: string
  readonly table: string
}

/** What a database stores at one moment of a transaction. */
export interface Stored {
  readonly columns: readonly StoredColumn[]
  readonly work: readonly RowWork[]
}

/**
 * What a statement removes: all rows of a table, the values of a column, or single rows. The table has its first
 * name. `deleted` and `updated` rows are counted already; the others are counted in the database as it was.
 */
export type Danger = TableName &
  (
    | { readonly kind: 'table' }
    | { readonly kind: 'column' | 'retyped'; readonly column: string }
    | { readonly kind: 'deleted' | 'updated'; readonly count: number }
    | {
        /** Has another file than at first: it was truncated or rewritten. */
        readonly kind: 'rewritten'
        readonly now: TableName
        /**
         * How many rows more inserts and deletes have left in it. Truncating resets these counts: rows beyond the
         * gain are those that the table had at first, or none at all.
         */
        readonly gain: number
        /** How many rows were deleted before this statement, which is told already. */
        readonly deletedBefore: number
      }
  )

/**
 * Finds what one statement endangers: `before` and `after` are read around it, `original` before the first one.
 * Only what was there originally counts; it goes by the names that it had then.
 */
export function findDangers(original: Stored, before: Stored, after: Stored): Danger[] {
  const works = findWork(original, before, after)
  return [
    ...findGoneTables(original, before, after),
    ...findColumnDangers(original, before, after),
    ...findRowDangers(works),
    ...findRewritten(works),
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

/** What work a table that was there originally has behind it, with the name that it had. */
interface PastWork extends TableName {
  readonly first: RowWork
  readonly past: RowWork
  readonly work: RowWork
}

function findWork(original: Stored, before: Stored, after: Stored): PastWork[] {
  const firsts = new Map(original.work.map((work) => [work.tableId, work]))
  const pasts = new Map(before.work.map((work) => [work.tableId, work]))
  return after.work.flatMap((work): PastWork[] => {
    const [first, past] = [firsts.get(work.tableId), pasts.get(work.tableId)]
    if (first === undefined || past === undefined) return []
    return [{ schema: first.schema, table: first.table, first, past, work }]
  })
}

function findRowDangers(works: readonly PastWork[]): Danger[] {
  return works.flatMap(({ schema, table, past, work }) =>
    [
      { kind: 'deleted' as const, schema, table, count: work.deleted - past.deleted },
      { kind: 'updated' as const, schema, table, count: work.updated - past.updated },
    ].filter(({ count }) => count > 0),
  )
}

function findRewritten(works: readonly PastWork[]): Danger[] {
  return works
    .filter(({ first, past, work }) => first.file !== work.file && isTouched(past, work))
    .map(({ schema, table, first, past, work }) => ({
      kind: 'rewritten',
      schema,
      table,
      now: { schema: work.schema, table: work.table },
      gain: work.inserted - first.inserted - (work.deleted - first.deleted),
      deletedBefore: past.deleted - first.deleted,
    }))
}

function isTouched(past: RowWork, work: RowWork): boolean {
  return (
    past.file !== work.file ||
    past.size !== work.size ||
    past.inserted !== work.inserted ||
    past.deleted !== work.deleted
  )
}

function keyOf({ tableId, columnNumber }: StoredColumn): string {
  return `${String(tableId)}.${String(columnNumber)}`
}
