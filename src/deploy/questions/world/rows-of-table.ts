import { quoteName, quoteQualified } from '../../../sql/quote.ts'
import { findTree } from './world.ts'
import type { World } from './world.ts'
import type { Column, Table } from './table.ts'

/** How a query over the rows of a table names them. */
export interface RowsOptions {
  /** Whether rows of partitions and inheriting tables count. */
  readonly tree: boolean
  /** The name for the rows; that of the table unless told. */
  readonly alias?: string
}

/** The name of the column that tells rows apart. */
export const rowId = quoteName('row id')

/**
 * The rows of a table as the statements so far leave them, as an item of a FROM clause: its columns have the names of
 * now. A column whose values cannot be told is not in it.
 */
export function rowsOf(world: World, table: Table, { tree, alias }: RowsOptions): string {
  const members = tree ? findTree(world, table) : [table]
  // A partitioned table holds no rows; those of a foreign table are not here.
  const filled = members.filter(({ origin, kind }) => origin !== undefined && kind === 'table')
  const parts = filled.map((member) => selectFrom(member, table))
  const query = parts.length === 0 ? selectNothing(table) : parts.join(' union all ')
  return `(${query}) as ${quoteName(alias ?? table.name)}`
}

/** Why the rows of a table cannot be told; undefined where they can. */
export function whyUnknown(world: World, table: Table, tree: boolean): string | undefined {
  const members = tree ? findTree(world, table) : [table]
  return members.find(({ unknown }) => unknown !== undefined)?.unknown
}

/** The table after a statement left only the rows that fit a condition, which calls the table by the alias. */
export function keepRows(table: Table, condition: string, alias = table.name): Table {
  const from = `(${selectFrom(table, table)}) as ${quoteName(alias)} where ${condition}`
  return bounded({ ...table, from, same: false, columns: table.columns.map(asNamed) }, table)
}

/** The table after a statement gave some columns other values, each as SQL that calls the table by the alias. */
export function changeValues(
  table: Table,
  values: ReadonlyMap<string, string>,
  alias = table.name,
): Table {
  const kept = table.columns.flatMap(({ name, value }) =>
    value === undefined && !values.has(name)
      ? []
      : [`${values.get(name) ?? quoteName(name)} as ${quoteName(name)}`],
  )
  const rows = `(${selectFrom(table, table)}) as ${quoteName(alias)}`
  const from = `(select ${[...kept, rowId].join(', ')} from ${rows}) as ${quoteName(table.name)}`
  const columns = table.columns.map((column) =>
    values.has(column.name) ? { ...column, value: quoteName(column.name) } : asNamed(column),
  )
  return bounded({ ...table, from, same: false, columns }, table)
}

/** After hundreds of writes the rows are those before, and are no longer told. */
function bounded(after: Table, before: Table): Table {
  if (after.from.length < longest) return after
  return {
    ...before,
    filled: true,
    unknown: before.unknown ?? 'many statements of the run change its rows before',
  }
}

/** How long the query for the rows of a table may become, in characters. */
const longest = 20_000

function asNamed(column: Column): Column {
  return column.value === undefined ? column : { ...column, value: quoteName(column.name) }
}

function selectFrom({ from, columns, same, origin }: Table, { columns: wanted }: Table): string {
  const values = wanted.flatMap(({ name, value }) => {
    const column = columns.find((each) => each.name === name)
    return value === undefined || column?.value === undefined
      ? []
      : [`${column.value} as ${quoteName(name)}`]
  })
  const id = same ? "pg_catalog.format('%s %s', tableoid, ctid)" : rowId
  const source =
    same && origin !== undefined ? `only ${quoteQualified(origin.schema, origin.name)}` : from
  return `select ${[...values, `${id} as ${rowId}`].join(', ')} from ${source}`
}

function selectNothing({ columns }: Table): string {
  const values = columns
    .filter(({ value }) => value !== undefined)
    .map(({ name, type }) => `null::${type} as ${quoteName(name)}`)
  return `select ${[...values, `null as ${rowId}`].join(', ')} where false`
}
