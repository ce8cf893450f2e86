import type { InsertStmt, Node } from 'libpg-query'
import { UserError } from '../../errors.ts'
import { placeOf } from '../scan/place.ts'
import { splitStatements } from '../scan/split.ts'
import type { Statement } from '../scan/split.ts'
import { stretchesOf } from '../scan/stretches.ts'

/** What a file of reference rows says of its table. Names as they are, not quoted. */
export interface ReferenceRows {
  /** The columns that it gives values to, the same in each statement. */
  readonly columns: readonly string[]
  /** Whether rows that the file has not are to go. */
  readonly deletesMissing: boolean
  /** The columns that have a word for a moment, such as `now`, in a literal. */
  readonly moments: readonly string[]
  readonly statements: readonly Statement[]
}

/** The file, and the table that it is named after. */
interface RowsFile {
  readonly path: string
  readonly text: string
  readonly schema: string
  readonly table: string
}

/**
 * Reads a file of reference rows: inserts of constant values with explicit columns into the table that it is named after.
 * Throws UserError with file:line:column for anything else.
 */
export async function parseReferenceRows(file: RowsFile): Promise<ReferenceRows> {
  const statements = await splitStatements(file.text, file.path)
  const inserts = statements.map((statement) => insertOf(statement, file))
  const [first] = inserts
  if (first === undefined)
    throw new UserError(
      `${file.path}: it has no rows. Write an insert with its columns, or remove the file.`,
    )
  const [statement] = statements
  const columns = columnsOf(first)
  for (const [at, insert] of inserts.entries())
    if (JSON.stringify(columnsOf(insert)) !== JSON.stringify(columns))
      throw refusal(
        statements[at] ?? statement,
        file,
        'names other columns than the first one. Name the same in each',
      )
  return {
    columns,
    deletesMissing: readDirectives(file),
    moments: columns.filter((_, at) => inserts.some((insert) => hasMoment(insert, at))),
    statements,
  }
}

function insertOf(statement: Statement, file: RowsFile): InsertStmt {
  const { tree } = statement
  if (!('InsertStmt' in tree))
    throw refusal(statement, file, 'is no insert. A file of rows has nothing else')
  const reason = reasonAgainst(tree.InsertStmt, file)
  if (reason !== undefined) throw refusal(statement, file, reason)
  return tree.InsertStmt
}

function reasonAgainst(insert: InsertStmt, { schema, table }: RowsFile): string | undefined {
  const { relation } = insert
  if (relation?.schemaname !== schema || relation.relname !== table)
    return `is about another table than the file's name says, which is ${schema}.${table}`
  if (clauses.some((name) => Object.hasOwn(insert, name)))
    return 'has more than columns and values. The planner finds out what is there already'
  if (columnsOf(insert).length === 0) return 'names no columns. Name them'
  return reasonAgainstValues(rowsOf(insert))
}

function reasonAgainstValues(rows: readonly Node[][]): string | undefined {
  if (rows.length === 0) return 'has no list of values'
  const changing = rows
    .flat()
    .flatMap(nodesIn)
    .find((name) => !constant.has(name))
  return changing === undefined
    ? undefined
    : `has a value that is not the same each time (${changing}). Write constants: literals, casts, arrays`
}

const clauses = ['onConflictClause', 'returningClause', 'returningList', 'withClause']

/** What a value is made of that is the same each time. */
const constant: ReadonlySet<string> = new Set([
  'A_Const',
  'TypeCast',
  'A_ArrayExpr',
  'RowExpr',
  'String',
  'Integer',
  'Float',
  'List',
])

/** The sorts of nodes of a value; the name of a type is none. */
function nodesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'typeName'
      ? []
      : [...(/^[A-Z]/.test(key) ? [key] : []), ...(key === 'A_Const' ? [] : nodesIn(inner))],
  )
}

function columnsOf({ cols = [] }: InsertStmt): string[] {
  return cols.flatMap((node) => ('ResTarget' in node ? (node.ResTarget.name ?? []) : []))
}

function rowsOf({ selectStmt }: InsertStmt): Node[][] {
  const lists =
    selectStmt !== undefined && 'SelectStmt' in selectStmt
      ? (selectStmt.SelectStmt.valuesLists ?? [])
      : []
  return lists.map((list) => ('List' in list ? (list.List.items ?? []) : []))
}

function hasMoment(insert: InsertStmt, column: number): boolean {
  return rowsOf(insert).some((row) =>
    /"sval":"\s*(?:now|today|tomorrow|yesterday)\s*"/i.test(JSON.stringify(row[column] ?? '')),
  )
}

/** Throws UserError for a directive that is none of these files. */
function readDirectives({ text, path }: RowsFile): boolean {
  const found = Array.from(stretchesOf(text)).filter(
    ({ kind, text: part }) => kind === 'comment' && part.startsWith('-- @'),
  )
  const wrong = found.find(({ text: part }) => part.trimEnd() !== '-- @delete missing')
  if (wrong === undefined) return found.length > 0
  const { line, column } = placeOf(text, wrong.start)
  throw new UserError(
    `${path}:${String(line)}:${String(column)}: unknown directive ${wrong.text.trimEnd()}. A file of rows knows: -- @delete missing`,
  )
}

function refusal(statement: Statement | undefined, { path }: RowsFile, reason: string): UserError {
  const { line = 1, column = 1 } = statement ?? {}
  return new UserError(`${path}:${String(line)}:${String(column)}: this statement ${reason}.`)
}
