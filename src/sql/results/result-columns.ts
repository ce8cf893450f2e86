import type {
  CommonTableExpr,
  JoinExpr,
  Node,
  RangeFunction,
  RangeSubselect,
  RangeVar,
  SelectStmt,
} from 'libpg-query'
import { columnPath, isNeverNull } from './never-null.ts'
import type { IsColumnNeverNull } from './never-null.ts'
import { listName, nodeName, relationName } from '../parsed/object-name.ts'

/** A column of a result, and whether it is known never to be null. */
export interface ResultColumn {
  /** Undefined where the query gives it none that is known here. */
  readonly name: string | undefined
  readonly neverNull: boolean
}

/** What is known of the relations and the functions that a query may read; undefined where nothing is. */
export interface Known {
  readonly relation: (schema: string, name: string) => readonly ResultColumn[] | undefined
  readonly routine: (schema: string, name: string) => readonly ResultColumn[] | undefined
  /** Whether a single word may be a variable. */
  readonly hasVariables: boolean
}

/**
 * The columns of a query, in order, with those marked that can be shown never to be null. Undefined where their
 * number is not known. Names of relations count with their schema only.
 */
export function resultColumns(
  select: SelectStmt,
  known: Known,
): readonly ResultColumn[] | undefined {
  return columnsOf(select, { known, queries: new Map() })
}

/** What names mean in a query. */
interface Scope {
  readonly known: Known
  /** Of WITH, by name; undefined where nothing is known of it. */
  readonly queries: ReadonlyMap<string, readonly ResultColumn[] | undefined>
}

/** What a query reads from under a name; undefined columns where nothing is known of it. */
interface Source {
  readonly alias: string | undefined
  readonly columns: readonly ResultColumn[] | undefined
}

function columnsOf(select: SelectStmt, outer: Scope): readonly ResultColumn[] | undefined {
  const scope = withQueries(select, outer)
  const { larg, rarg } = select
  if (larg !== undefined && rarg !== undefined) return bothOf(larg, rarg, scope)
  if (select.valuesLists !== undefined) return undefined
  const sources = (select.fromClause ?? []).flatMap((node) => sourcesOf(node, scope))
  const isColumn = columnsIn(sources, scope, testedColumns(select.whereClause))
  // A row of a grouping set has nulls in the columns that it is not grouped by.
  const isGrouped = (select.groupClause ?? []).some((node) => 'GroupingSet' in node)
  const columns = (select.targetList ?? []).map((node) =>
    targetColumn(node, isGrouped ? () => false : isColumn),
  )
  return columns.every((column) => column !== undefined) ? columns : undefined
}

function targetColumn(node: Node, isColumn: IsColumnNeverNull): ResultColumn | undefined {
  if (!('ResTarget' in node)) return undefined
  const { name, val } = node.ResTarget
  if (val === undefined || ('ColumnRef' in val && columnPath(val) === undefined)) return undefined
  return { name: name ?? columnPath(val)?.at(-1), neverNull: isNeverNull(val, isColumn) }
}

function bothOf(
  larg: SelectStmt,
  rarg: SelectStmt,
  scope: Scope,
): readonly ResultColumn[] | undefined {
  const [left, right] = [columnsOf(larg, scope), columnsOf(rarg, scope)]
  return left?.map(({ name, neverNull }, at) => ({
    name,
    neverNull: neverNull && right?.[at]?.neverNull === true,
  }))
}

function withQueries({ withClause }: SelectStmt, { known, queries }: Scope): Scope {
  const added = new Map(queries)
  for (const node of withClause?.ctes ?? []) {
    if (!('CommonTableExpr' in node)) continue
    const scope = { known, queries: added }
    const isRecursive = withClause?.recursive === true
    added.set(
      node.CommonTableExpr.ctename ?? '',
      isRecursive ? undefined : columnsOfQuery(node.CommonTableExpr, scope),
    )
  }
  return { known, queries: added }
}

function columnsOfQuery(
  { ctequery, aliascolnames }: CommonTableExpr,
  scope: Scope,
): readonly ResultColumn[] | undefined {
  return ctequery !== undefined && 'SelectStmt' in ctequery
    ? renamed(columnsOf(ctequery.SelectStmt, scope), aliascolnames)
    : undefined
}

function sourcesOf(node: Node, scope: Scope): Source[] {
  if ('JoinExpr' in node) return joinedSources(node.JoinExpr, scope)
  if ('RangeVar' in node) return [relationSource(node.RangeVar, scope)]
  if ('RangeSubselect' in node) return [subquerySource(node.RangeSubselect, scope)]
  if ('RangeFunction' in node) return [functionSource(node.RangeFunction, scope)]
  return [{ alias: undefined, columns: undefined }]
}

function subquerySource({ alias, subquery }: RangeSubselect, scope: Scope): Source {
  const columns =
    subquery !== undefined && 'SelectStmt' in subquery
      ? columnsOf(subquery.SelectStmt, scope)
      : undefined
  return { alias: alias?.aliasname, columns: renamed(columns, alias?.colnames) }
}

function functionSource(source: RangeFunction, scope: Scope): Source {
  const { alias, functions, ordinality, is_rowsfrom: isRows, coldeflist } = source
  const isPlain = ordinality !== true && isRows !== true && coldeflist === undefined
  const columns = isPlain ? calledColumns(functions, scope) : undefined
  return { alias: alias?.aliasname, columns: renamed(columns, alias?.colnames) }
}

/** Columns under the names that an alias gives to the first of them. */
function renamed(
  columns: readonly ResultColumn[] | undefined,
  names: readonly Node[] = [],
): readonly ResultColumn[] | undefined {
  return columns?.map(({ name, neverNull }, at) => {
    const given = names[at]
    return { name: given === undefined ? name : nodeName(given).name, neverNull }
  })
}

function calledColumns(
  functions: readonly Node[] | undefined,
  { known }: Scope,
): readonly ResultColumn[] | undefined {
  const [list] = functions ?? []
  const [call] = list !== undefined && 'List' in list ? (list.List.items ?? []) : []
  if (call === undefined || !('FuncCall' in call)) return undefined
  const { schema, name } = listName(call.FuncCall.funcname)
  return schema === undefined ? undefined : known.routine(schema, name)
}

function relationSource(relation: RangeVar, { known, queries }: Scope): Source {
  const { schema, name } = relationName(relation)
  const alias = relation.alias?.aliasname ?? name
  const columns = schema === undefined ? queries.get(name) : known.relation(schema, name)
  return { alias, columns: renamed(columns, relation.alias?.colnames) }
}

/** The side of an outer join that may be absent has nulls. */
function joinedSources({ jointype, larg, rarg, alias }: JoinExpr, scope: Scope): Source[] {
  if (alias !== undefined) return [{ alias: alias.aliasname, columns: undefined }]
  const left = larg === undefined ? [] : sourcesOf(larg, scope)
  const right = rarg === undefined ? [] : sourcesOf(rarg, scope)
  return [
    ...(jointype === 'JOIN_RIGHT' || jointype === 'JOIN_FULL' ? left.map(absent) : left),
    ...(jointype === 'JOIN_LEFT' || jointype === 'JOIN_FULL' ? right.map(absent) : right),
  ]
}

function absent({ alias, columns }: Source): Source {
  return { alias, columns: columns?.map(({ name }) => ({ name, neverNull: false })) }
}

/** The columns, as they are written, that a condition lets through only where they are not null. */
function testedColumns(condition: Node | undefined): ReadonlySet<string> {
  return new Set(conjuncts(condition).flatMap(testedColumn))
}

function conjuncts(condition: Node | undefined): readonly Node[] {
  if (condition === undefined) return []
  const isAll = 'BoolExpr' in condition && condition.BoolExpr.boolop === 'AND_EXPR'
  return isAll ? (condition.BoolExpr.args ?? []).flatMap(conjuncts) : [condition]
}

function testedColumn(condition: Node): string[] {
  if (!('NullTest' in condition) || condition.NullTest.nulltesttype !== 'IS_NOT_NULL') return []
  const { arg } = condition.NullTest
  const path = arg === undefined ? undefined : columnPath(arg)
  return path === undefined ? [] : [JSON.stringify(path)]
}

function columnsIn(
  sources: readonly Source[],
  { known }: Scope,
  tested: ReadonlySet<string>,
): IsColumnNeverNull {
  return (path) => {
    const name = path.at(-1)
    const from = fromWhich(sources, path, known)
    const found = from?.columns?.find((column) => column.name === name)
    return found !== undefined && (found.neverNull || tested.has(JSON.stringify(path)))
  }
}

/** The source of a column. A word alone may be a variable or of any source. A schema in front is not looked at. */
function fromWhich(
  sources: readonly Source[],
  path: readonly string[],
  { hasVariables }: Known,
): Source | undefined {
  const [first] = path
  if (path.length === 2) return onlyOne(sources.filter(({ alias }) => alias === first))
  if (path.length !== 1 || hasVariables) return undefined
  return onlyOne(
    sources.filter(({ columns }) => columns?.some(({ name }) => name === first) ?? true),
  )
}

function onlyOne(sources: readonly Source[]): Source | undefined {
  return sources.length === 1 ? sources[0] : undefined
}
