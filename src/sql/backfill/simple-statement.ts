import type { Node, RangeVar } from 'libpg-query'
import type { BackfillOptions } from './backfill-options.ts'

/**
 * The table whose rows a simple UPDATE, DELETE or INSERT … SELECT is divided by, as the statement names it; a reason where
 * it is no such statement, as what is said of it.
 */
export function findDividedTable(tree: Node, options: BackfillOptions): RangeVar | string {
  return (
    reasonAgainst(tree, options) ??
    rowsOf(tree).find((relation) => isTable(relation, options)) ??
    `does not go through the rows of ${nameOf(options)}: it should be its table, or in its FROM`
  )
}

function reasonAgainst(tree: Node, options: BackfillOptions): string | undefined {
  if ('UpdateStmt' in tree) return updateReason(tree.UpdateStmt, options)
  if ('DeleteStmt' in tree)
    return tree.DeleteStmt.withClause === undefined ? returningReason(tree.DeleteStmt) : withReason
  if ('InsertStmt' in tree) return insertReason(tree.InsertStmt)
  return 'is none that can be run in batches. Those are a simple UPDATE, DELETE or INSERT … SELECT'
}

type Update = Extract<Node, { readonly UpdateStmt: unknown }>['UpdateStmt']

function updateReason(update: Update, { key }: BackfillOptions): string | undefined {
  const { withClause, targetList = [] } = update
  const set = targetList.flatMap((each) => ('ResTarget' in each ? [each.ResTarget.name ?? ''] : []))
  const moved = key.find((column) => set.includes(column))
  if (moved !== undefined)
    return `sets ${moved}, a column of the key: a row would be met again, or never`
  return withClause === undefined ? returningReason(update) : withReason
}

const withReason = 'has a WITH clause. Only a simple statement can be run in batches'

function returningReason(statement: object): string | undefined {
  return 'returningList' in statement || 'returningClause' in statement
    ? 'has a RETURNING clause, which nobody reads. Leave it out'
    : undefined
}

/** Parts of a query that the rows of a table cannot be divided under. */
const notSimple = [
  'groupClause',
  'havingClause',
  'windowClause',
  'distinctClause',
  'limitCount',
  'limitOffset',
  'sortClause',
  'lockingClause',
  'withClause',
]

const noRows = 'inserts no rows of a table. An INSERT … SELECT can be run in batches'

type Insert = Extract<Node, { readonly InsertStmt: unknown }>['InsertStmt']
type Select = Extract<Node, { readonly SelectStmt: unknown }>['SelectStmt']

function insertReason(insert: Insert): string | undefined {
  if (insert.withClause !== undefined) return withReason
  const select = selectOf(insert)
  if (select === undefined) return noRows
  const isSetOperation = (select.op ?? 'SETOP_NONE') !== 'SETOP_NONE'
  if (isSetOperation || notSimple.some((name) => name in select) || sumsUp(select.targetList))
    return 'has a query that is not simple: no WITH, GROUP BY, HAVING, WINDOW, DISTINCT, ORDER BY, LIMIT, FOR UPDATE, UNION, aggregate or window function can be in it'
  if (select.fromClause === undefined) return noRows
  return returningReason(insert)
}

/** Whether something is made of many rows, outside of a subquery. */
function sumsUp(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(sumsUp)
  if (typeof value !== 'object' || value === null || 'subselect' in value) return false
  return isSum(value) || Object.values(value).some(sumsUp)
}

function isSum(value: object): boolean {
  if (!('funcname' in value) || !Array.isArray(value.funcname)) return false
  const marked = ['agg_star', 'agg_distinct', 'over'].some((name) => name in value)
  return marked || isAggregate(value.funcname.at(-1))
}

/** A part of a function's name, by the names of PostgreSQL's own aggregates. */
function isAggregate(part: unknown): boolean {
  return /"(?:count|sum|min|max|avg|any_value|(?:bit|bool)_(?:and|or)|every|[a-z]+_agg|[a-z]+_agg_strict|stddev\w*|var(?:iance|_pop|_samp)|percentile_\w+|mode)"/.test(
    JSON.stringify(part),
  )
}

/** The query of an INSERT; undefined where it has none. */
export function selectOf({ selectStmt }: Insert): Select | undefined {
  return selectStmt !== undefined && 'SelectStmt' in selectStmt ? selectStmt.SelectStmt : undefined
}

/** The relations whose rows a statement may be divided by. */
function rowsOf(tree: Node): RangeVar[] {
  if ('UpdateStmt' in tree) return tree.UpdateStmt.relation ? [tree.UpdateStmt.relation] : []
  if ('DeleteStmt' in tree) return tree.DeleteStmt.relation ? [tree.DeleteStmt.relation] : []
  if ('InsertStmt' in tree) return (selectOf(tree.InsertStmt)?.fromClause ?? []).flatMap(inFrom)
  return []
}

/** Rows of an outer join's other side may be none: those can be in no batch. */
function inFrom(node: Node): RangeVar[] {
  if ('RangeVar' in node) return [node.RangeVar]
  if (!('JoinExpr' in node) || node.JoinExpr.alias !== undefined) return []
  const { jointype = 'JOIN_INNER', larg, rarg } = node.JoinExpr
  const sides = [
    { side: larg, kinds: ['JOIN_INNER', 'JOIN_LEFT'] },
    { side: rarg, kinds: ['JOIN_INNER', 'JOIN_RIGHT'] },
  ]
  return sides.flatMap(({ side, kinds }) =>
    side !== undefined && kinds.includes(jointype) ? inFrom(side) : [],
  )
}

function isTable({ schemaname, relname }: RangeVar, { table }: BackfillOptions): boolean {
  return relname === table.name && (schemaname ?? undefined) === table.schema
}

function nameOf({ table: { schema, name } }: BackfillOptions): string {
  return schema === undefined ? name : `${schema}.${name}`
}
