import { quoteLiteral, quoteName, quoteQualified } from '../../sql/quote.ts'
import type { Found } from './found.ts'
import type { Kept, Outcome, Question } from './question.ts'
import { findTree } from './world/world.ts'
import { rowsOf, whyUnknown } from './world/rows-of-table.ts'
import type { Table } from './world/table.ts'
import type { World } from './world/world.ts'

/** Which rows of a table are counted, and what becomes of them. */
export interface RowQuestion {
  readonly outcome: Outcome
  readonly detail: string
  /** The column that it is about, by its name now. */
  readonly column?: string
  /** Whether partitions and inheriting tables count. */
  readonly tree: boolean
  /** A condition over the columns of now; all rows unless told. */
  readonly where?: string
  /** The rows, where they are not those of the table alone: an item of a FROM clause. */
  readonly from?: string
  readonly chosen?: boolean
  /** What of it is lost whole. */
  readonly keeps?: Kept['kind']
  /** Whether the statement evaluates the condition too: an error of it is an error of the statement. */
  readonly raises?: boolean
}

/**
 * Asks how many rows of a table fit a condition. Nothing is asked of a table that the database does not have. What
 * would fail is not asked once the rows have been written: it may fit by then.
 */
export function askRows(world: World, table: Table, question: RowQuestion): Found {
  const { outcome, tree, detail } = question
  if (table.origin === undefined || table.kind === 'view') return {}
  const unknown = whyUnknown(world, table, tree)
  if (unknown !== undefined && outcome === 'fails') return { reasons: [`${detail}: ${unknown}`] }
  return { questions: [questionOf(world, table, question)] }
}

function questionOf(world: World, table: Table, asked: RowQuestion): Question {
  const { outcome, detail, tree, column, chosen = false, raises = false } = asked
  const from = asked.from ?? rowsOf(world, table, { tree })
  const where = asked.where === undefined ? '' : ` where ${asked.where}`
  const key = keyText(table)
  const example = key && `select ${key} as example from ${from}${where} limit 1`
  return {
    outcome,
    detail,
    object: objectOf(table, column),
    count: `select pg_catalog.count(*) as count from ${from}${where}`,
    example,
    estimate: table.estimate,
    path: pathText(world),
    chosen,
    kept: keptOf(world, table, asked),
    raises,
  }
}

/** Heirs have rows and keys of another form. */
function keptOf(world: World, table: Table, { keeps, tree, column }: RowQuestion): Kept | null {
  const heirs = tree && table.kind === 'table' && findTree(world, table).length > 1
  if (keeps === undefined || table.origin === undefined || heirs) return null
  const own = table.columns.find(({ name }) => name === column)?.origin ?? null
  const { schema, name } = table.origin
  return { kind: keeps, schema, table: name, column: own }
}

/** The name that the database has for a table, or for a column of it. */
export function objectOf(table: Table, column?: string): string {
  const { schema, name } = table.origin ?? table
  const own = table.columns.find((each) => each.name === column)?.origin ?? column
  return own === undefined ? quoteQualified(schema, name) : quoteQualified(schema, name, own)
}

function pathText({ path }: World): string {
  return path
    .filter((schema) => schema !== 'pg_temp')
    .map(quoteName)
    .join(', ')
}

/** The key of a row as a text: `id = 5`. */
function keyText({ key, columns }: Table): string | undefined {
  const parts = key.map((name) => {
    const column = columns.find(({ origin }) => origin === name)
    return column?.value === undefined
      ? undefined
      : `pg_catalog.concat(${quoteLiteral(`${name} = `)}, pg_catalog.left(${quoteName(column.name)}::text, 80))`
  })
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  return `pg_catalog.concat_ws(', ', ${parts.join(', ')})`
}
