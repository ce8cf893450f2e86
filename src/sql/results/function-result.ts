import { loadModule, parseSync } from '../../parser.ts'
import type { CreateFunctionStmt, DefElem, FunctionParameter, Node, SelectStmt } from 'libpg-query'
import { queryText, visitPlpgsql } from './plpgsql-tree.ts'

/** A parameter that a caller names. */
export interface Parameter {
  readonly name: string
  /** Whether it is null where it is left out. */
  readonly defaultsToNull: boolean
  /** Its name, type and default, as PostgreSQL prints them. */
  readonly text: string
}

/** What the statement that creates a function says of its callers and its result. */
export interface FunctionText {
  readonly parameters: readonly Parameter[]
  /** The columns of `returns table`, in order; empty for any other result. */
  readonly columns: readonly string[]
  /** The queries that give the result, each of them all its columns; undefined where the text does not tell them. */
  readonly queries: readonly SelectStmt[] | undefined
  /** Whether a single word in a query may be a variable. */
  readonly hasVariables: boolean
}

/** Reads `create function` as PostgreSQL prints it. */
export async function readFunctionText(definition: string): Promise<FunctionText> {
  await loadModule()
  const [statement] = parseStatements(definition)
  if (statement === undefined || !('CreateFunctionStmt' in statement)) return untold
  const { parameters = [], options = [] } = statement.CreateFunctionStmt
  const all = parameters.flatMap((node) =>
    'FunctionParameter' in node ? [node.FunctionParameter] : [],
  )
  const language = optionOf(options, 'language')
  return {
    parameters: parametersOf(
      all.filter(({ mode }) => !isResult(mode)),
      definition,
    ),
    columns: all.filter(({ mode }) => mode === 'FUNC_PARAM_TABLE').map(({ name }) => name ?? ''),
    queries: await queriesOf(definition, language, statement.CreateFunctionStmt),
    hasVariables: language !== 'sql',
  }
}

const untold: FunctionText = {
  parameters: [],
  columns: [],
  queries: undefined,
  hasVariables: true,
}

function isResult(mode: FunctionParameter['mode']): boolean {
  return mode === 'FUNC_PARAM_TABLE' || mode === 'FUNC_PARAM_OUT'
}

/** Each begins where the parser says, in bytes; the last ends before the result, which has a line to itself. */
function parametersOf(nodes: readonly FunctionParameter[], definition: string): Parameter[] {
  const bytes = Buffer.from(definition)
  const end = Buffer.byteLength(definition.slice(0, definition.indexOf(')\n RETURNS ')))
  const starts = nodes.map(({ location }) => location ?? 0)
  return nodes.map(({ name, defexpr }, at) => ({
    name: name ?? '',
    defaultsToNull: isNull(defexpr),
    text: bytes
      .subarray(starts[at], starts[at + 1] ?? end)
      .toString()
      .replace(/,\s*$/, ''),
  }))
}

/** PostgreSQL prints the type of a default: `NULL::text`. */
function isNull(node: Node | undefined): boolean {
  if (node === undefined) return false
  if ('TypeCast' in node) return isNull(node.TypeCast.arg)
  return 'A_Const' in node && node.A_Const.isnull === true
}

function optionOf(options: readonly Node[], name: string): string | undefined {
  const arg = findOption(options, name)?.arg
  return arg !== undefined && 'String' in arg ? arg.String.sval : undefined
}

function findOption(options: readonly Node[], name: string): DefElem | undefined {
  return options
    .flatMap((node) => ('DefElem' in node ? [node.DefElem] : []))
    .find(({ defname }) => defname === name)
}

async function queriesOf(
  definition: string,
  language: string | undefined,
  statement: CreateFunctionStmt,
): Promise<readonly SelectStmt[] | undefined> {
  if (language === 'plpgsql') return plpgsqlQueries(definition)
  return language === 'sql' ? lastQuery(sqlStatements(statement)) : undefined
}

/** Those of a body that is SQL: a text, or `begin atomic`. */
function sqlStatements({ options = [], sql_body: atomic }: CreateFunctionStmt): readonly Node[] {
  if (atomic !== undefined) return itemsOf(atomic).flatMap(itemsOf)
  const body = findOption(options, 'as')?.arg
  const [text] = body === undefined ? [] : itemsOf(body)
  return text !== undefined && 'String' in text ? parseStatements(text.String.sval ?? '') : []
}

function parseStatements(text: string): Node[] {
  return (parseSync(text).stmts ?? []).flatMap(({ stmt }) => (stmt === undefined ? [] : [stmt]))
}

function itemsOf(node: Node): readonly Node[] {
  return 'List' in node ? (node.List.items ?? []) : []
}

/** The result of a function in SQL is that of its last statement. */
function lastQuery(statements: readonly Node[]): readonly SelectStmt[] | undefined {
  const last = statements.at(-1)
  return last !== undefined && 'SelectStmt' in last ? [last.SelectStmt] : undefined
}

/** Those of `return query`; undefined where rows come by another statement, or names prefer variables. */
async function plpgsqlQueries(definition: string): Promise<readonly SelectStmt[] | undefined> {
  if (/#\s*variable_conflict/i.test(definition)) return undefined
  const found: unknown[] = []
  const others = new Set<string>()
  await visitPlpgsql(definition, (name, value) => {
    if (name === 'PLpgSQL_stmt_return_query') found.push(value)
    if (name === 'PLpgSQL_stmt_return_next' || name === 'dynquery') others.add(name)
  })
  if (others.size > 0) return undefined
  const queries = found.map(queryIn)
  return queries.every((query) => query !== undefined) ? queries : undefined
}

function queryIn(statement: unknown): SelectStmt | undefined {
  const [query] = parseStatements(queryText(statement) ?? '')
  return query !== undefined && 'SelectStmt' in query ? query.SelectStmt : undefined
}
