import { isRecord } from './tree.ts'
import type { Tree } from './tree.ts'

/**
 * The name that a column has without `as` (source, parse_target.c, FigureColname), of what PostgreSQL prints without
 * one; undefined where it is none.
 */
export function figureName(value: Tree): string | undefined {
  return strong(value) ?? weak(value)
}

/** What a cast leaves as it is. */
function strong(value: Tree): string | undefined {
  if (!isRecord(value)) return undefined
  if (isRecord(value['ColumnRef'])) return lastName(value['ColumnRef']['fields'])
  if (isRecord(value['FuncCall'])) return lastName(value['FuncCall']['funcname'])
  if (isRecord(value['CollateClause'])) return strong(value['CollateClause']['arg'])
  if (isRecord(value['TypeCast'])) return strong(value['TypeCast']['arg'])
  if ('A_ArrayExpr' in value) return 'array'
  if ('CoalesceExpr' in value) return 'coalesce'
  return undefined
}

/** What a cast has another name for. */
function weak(value: Tree): string | undefined {
  if (!isRecord(value)) return undefined
  if (isRecord(value['TypeCast'])) {
    const { typeName } = value['TypeCast']
    return isRecord(typeName) ? lastName(typeName['names']) : undefined
  }
  if (isRecord(value['CollateClause'])) return weak(value['CollateClause']['arg'])
  if (isRecord(value['CaseExpr'])) return strong(value['CaseExpr']['defresult']) ?? 'case'
  return undefined
}

function lastName(names: Tree): string | undefined {
  const last: Tree = Array.isArray(names) ? names.at(-1) : undefined
  if (!isRecord(last) || !isRecord(last['String'])) return undefined
  const { sval } = last['String']
  return typeof sval === 'string' ? sval : undefined
}
