/** A value as PostgreSQL prints it; null where there is none. */
export type RowValue = string | null

/** The rows of a table: a value for each column, in their order. Names as SQL spells them. */
export interface TableRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly RowValue[])[]
}

/** What is wanted of a table's rows. */
export interface WantedRows extends TableRows {
  /** `public.plans` */
  readonly table: string
  /** The columns that tell rows apart. */
  readonly key: readonly string[]
  readonly deletesMissing: boolean
}

/** One row that changes. */
interface Update {
  readonly key: readonly RowValue[]
  readonly columns: readonly string[]
  readonly from: readonly RowValue[]
  readonly to: readonly RowValue[]
}

/** What leads from the rows that are there to those that are wanted. */
export interface RowChanges {
  readonly table: string
  readonly key: readonly string[]
  /** Rows that come, by the columns that are wanted. */
  readonly inserts: TableRows
  readonly updates: readonly Update[]
  /** Rows that go, with all of their columns. */
  readonly deletes: TableRows
}

/** Compares the rows that are there, with all of their columns, with those that are wanted, by their key. */
export function findRowChanges(current: TableRows, wanted: WantedRows): RowChanges {
  const { table, key, columns } = wanted
  const known = new Map(current.rows.map((row) => [keyOf(row, current.columns, key), row]))
  const kept = new Set(wanted.rows.map((row) => keyOf(row, columns, key)))
  return {
    table,
    key,
    inserts: {
      columns,
      rows: wanted.rows.filter((row) => !known.has(keyOf(row, columns, key))),
    },
    updates: wanted.rows.flatMap((row) => {
      const before = known.get(keyOf(row, columns, key))
      return before === undefined
        ? []
        : updateOf(pick(before, current.columns, columns), row, wanted)
    }),
    deletes: {
      columns: current.columns,
      rows: wanted.deletesMissing
        ? current.rows.filter((row) => !kept.has(keyOf(row, current.columns, key)))
        : [],
    },
  }
}

/** Whether nothing changes. */
export function isNothing({ inserts, updates, deletes }: RowChanges): boolean {
  return inserts.rows.length + updates.length + deletes.rows.length === 0
}

function updateOf(
  before: readonly RowValue[],
  after: readonly RowValue[],
  { columns, key }: WantedRows,
): Update[] {
  const changed = columns.filter((_, at) => before[at] !== after[at])
  if (changed.length === 0) return []
  return [
    {
      key: pick(after, columns, key),
      columns: changed,
      from: pick(before, columns, changed),
      to: pick(after, columns, changed),
    },
  ]
}

/** The values of some columns. */
export function pick(
  row: readonly RowValue[],
  columns: readonly string[],
  wanted: readonly string[],
): RowValue[] {
  return wanted.map((name) => row[columns.indexOf(name)] ?? null)
}

/** What tells a row from others of its table. */
export function keyOf(
  row: readonly RowValue[],
  columns: readonly string[],
  key: readonly string[],
): string {
  return JSON.stringify(pick(row, columns, key))
}
