import { quoteLiteral } from '../../sql/quote.ts'
import { pick } from './row-changes.ts'
import type { RowChanges, RowValue, TableRows } from './row-changes.ts'

/** What of a table is known where its rows are printed. */
export interface PrintedTable {
  readonly changes: RowChanges
  /** Whether values for identities have to be insisted on. */
  readonly overriding: (columns: readonly string[]) => boolean
}

/**
 * Statements without semicolons: those that follow the order of tables, where a table is behind those that it refers to, and
 * those that follow them in the opposite order.
 */
export interface RowStatements {
  readonly comes: readonly string[]
  readonly goes: readonly string[]
}

/** The up direction of a table's rows. */
export function printUp({ changes, overriding }: PrintedTable): RowStatements {
  const { table, inserts, deletes, updates, key } = changes
  return {
    comes: [
      ...updates.map(({ columns, to, key: row }) => updateText(table, [columns, to], [key, row])),
      ...insertTexts(table, inserts, overriding(inserts.columns)),
    ],
    goes: deleteTexts(table, key, deletes),
  }
}

/** The down direction, each statement undone from the last to the first: rows that went come back with all that they had. */
export function printDown({ changes, overriding }: PrintedTable): RowStatements {
  const { table, inserts, deletes, updates, key } = changes
  return {
    comes: insertTexts(table, deletes, overriding(deletes.columns)),
    goes: [
      ...deleteTexts(table, key, inserts),
      ...updates.map(({ columns, from, key: row }) =>
        updateText(table, [columns, from], [key, row]),
      ),
    ],
  }
}

type Values = readonly [columns: readonly string[], row: readonly RowValue[]]

function updateText(table: string, values: Values, key: Values): string {
  return `update ${table}\nset ${pairs(values).join(', ')}\nwhere ${pairs(key).join(' and ')}`
}

function pairs([columns, row]: Values): string[] {
  return columns.map((name, at) => `${name} = ${literal(row[at])}`)
}

function insertTexts(table: string, { columns, rows }: TableRows, overriding: boolean): string[] {
  if (rows.length === 0) return []
  const insists = overriding ? '\noverriding system value' : ''
  const lines = rows.map((row) => `  ${tuple(row)}`).join(',\n')
  return [`insert into ${table} (${columns.join(', ')})${insists}\nvalues\n${lines}`]
}

function deleteTexts(
  table: string,
  key: readonly string[],
  { columns, rows }: TableRows,
): string[] {
  if (rows.length === 0) return []
  const keys = rows.map((row) => pick(row, columns, key))
  const [only = ''] = key
  const condition =
    key.length === 1
      ? `${only} in (${keys.map(([value]) => literal(value)).join(', ')})`
      : `(${key.join(', ')}) in (${keys.map(tuple).join(', ')})`
  return [`delete from ${table}\nwhere ${condition}`]
}

function tuple(row: readonly RowValue[]): string {
  return `(${row.map(literal).join(', ')})`
}

/** PostgreSQL takes a literal for a value of whatever type its column has. */
function literal(value: RowValue | undefined): string {
  return value === null || value === undefined ? 'null' : quoteLiteral(value)
}
