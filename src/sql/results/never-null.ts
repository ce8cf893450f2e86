import type { A_Expr, FuncCall, Node, TypeCast } from 'libpg-query'
import { listName, nodeName } from '../parsed/object-name.ts'

/** Says of a column, by its names from left to right, whether it is known never to be null. */
export type IsColumnNeverNull = (path: readonly string[]) => boolean

/**
 * Whether an expression can be shown never to be null, where names without a schema are PostgreSQL's. What is not
 * known counts as null.
 */
export function isNeverNull(node: Node | undefined, isColumn: IsColumnNeverNull): boolean {
  if (node === undefined) return false
  return proofs.some((proof) => proof(node, isColumn))
}

/** The names of a reference to a column; undefined for `*`. */
export function columnPath(node: Node): readonly string[] | undefined {
  if (!('ColumnRef' in node)) return undefined
  const words = (node.ColumnRef.fields ?? []).map((field) =>
    'String' in field ? field.String.sval : undefined,
  )
  return words.every((word) => word !== undefined) ? words : undefined
}

/** One reason each. */
const proofs: readonly ((node: Node, isColumn: IsColumnNeverNull) => boolean)[] = [
  (node, isColumn) => {
    const path = columnPath(node)
    return path !== undefined && isColumn(path)
  },
  isConstant,
  (node) => 'NullTest' in node || 'BooleanTest' in node || 'A_ArrayExpr' in node,
  (node) => 'SubLink' in node && ['EXISTS_SUBLINK', 'ARRAY_SUBLINK'].includes(typeOf(node.SubLink)),
  (node) => 'FuncCall' in node && isAnswering(node.FuncCall),
  // current_schema is null where the path leads nowhere.
  (node) => 'SQLValueFunction' in node && node.SQLValueFunction.op !== 'SVFOP_CURRENT_SCHEMA',
  (node, isColumn) =>
    'CoalesceExpr' in node &&
    (node.CoalesceExpr.args ?? []).some((one) => isNeverNull(one, isColumn)),
  // greatest and least pass over what is null.
  (node, isColumn) =>
    'MinMaxExpr' in node && (node.MinMaxExpr.args ?? []).some((one) => isNeverNull(one, isColumn)),
  (node, isColumn) => 'BoolExpr' in node && areNeverNull(node.BoolExpr.args, isColumn),
  (node, isColumn) => 'CollateClause' in node && isNeverNull(node.CollateClause.arg, isColumn),
  (node, isColumn) => 'TypeCast' in node && isCastNeverNull(node.TypeCast, isColumn),
  (node, isColumn) => 'A_Expr' in node && isComparison(node.A_Expr, isColumn),
  isFullCase,
]

function areNeverNull(nodes: readonly Node[] | undefined, isColumn: IsColumnNeverNull): boolean {
  return (nodes ?? []).every((node) => isNeverNull(node, isColumn))
}

function isConstant(node: Node): boolean {
  return 'A_Const' in node && node.A_Const.isnull !== true
}

function typeOf({ subLinkType }: { readonly subLinkType?: string }): string {
  return subLinkType ?? ''
}

/** Functions of PostgreSQL that answer something whatever they are given. */
const answering = new Set([
  'count',
  'row_number',
  'rank',
  'dense_rank',
  'now',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'gen_random_uuid',
  'concat',
  'num_nulls',
  'num_nonnulls',
  'json_build_array',
  'json_build_object',
  'jsonb_build_array',
  'jsonb_build_object',
])

function isAnswering({ funcname, func_variadic: isVariadic }: FuncCall): boolean {
  const { schema = 'pg_catalog', name } = listName(funcname)
  // With a variadic array that is null they answer null.
  return schema === 'pg_catalog' && answering.has(name) && isVariadic !== true
}

/** To a text from anything but JSON, which reaches a text with its null as a word. A count or a constant to any type of PostgreSQL. */
function isCastNeverNull({ arg, typeName }: TypeCast, isColumn: IsColumnNeverNull): boolean {
  const { schema = 'pg_catalog', name } = listName(typeName?.names)
  if (schema !== 'pg_catalog') return false
  if (['text', 'varchar', 'bpchar'].includes(name)) return isNeverNull(arg, isColumn)
  return arg !== undefined && (isConstant(arg) || isCount(arg))
}

function isCount(node: Node): boolean {
  return 'FuncCall' in node && isAnswering(node.FuncCall) && nodeNameOf(node.FuncCall) === 'count'
}

function nodeNameOf({ funcname }: FuncCall): string {
  return listName(funcname).name
}

const comparisons = new Set(['=', '<>', '!=', '<', '<=', '>', '>='])

/** `x in (1, 2)` is printed as `x = any (array[1, 2])`. */
const comparing: readonly A_Expr['kind'][] = [
  'AEXPR_OP',
  'AEXPR_IN',
  'AEXPR_OP_ANY',
  'AEXPR_OP_ALL',
]

function isComparison(expression: A_Expr, isColumn: IsColumnNeverNull): boolean {
  const { kind, lexpr, rexpr } = expression
  if (kind === 'AEXPR_DISTINCT' || kind === 'AEXPR_NOT_DISTINCT') return true
  if (!comparing.includes(kind) || !isOwnComparison(expression)) return false
  const isArray = kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_OP_ALL'
  const right = isArray ? elementsOf(rexpr) : sides(rexpr)
  return right !== undefined && areNeverNull([...sides(lexpr), ...right], isColumn)
}

/** Whether the operator is one of PostgreSQL's: it has no schema in front. */
function isOwnComparison({ name = [] }: A_Expr): boolean {
  return name.length === 1 && comparisons.has(nodeName(name[0]).name)
}

function sides(node: Node | undefined): readonly Node[] {
  if (node === undefined) return []
  return 'List' in node ? (node.List.items ?? []) : [node]
}

/** Those of an array that is written there; undefined for any other. */
function elementsOf(node: Node | undefined): readonly Node[] | undefined {
  return node !== undefined && 'A_ArrayExpr' in node ? (node.A_ArrayExpr.elements ?? []) : undefined
}

/** A case with an else, all of whose results are never null. */
function isFullCase(node: Node, isColumn: IsColumnNeverNull): boolean {
  if (!('CaseExpr' in node)) return false
  const { args, defresult } = node.CaseExpr
  const results = (args ?? []).map((one) => ('CaseWhen' in one ? one.CaseWhen.result : undefined))
  return [...results, defresult].every((one) => isNeverNull(one, isColumn))
}
