import { tryParse } from '../../parser.ts'
import type { FunctionParameter } from 'libpg-query'

/**
 * Whether the arguments of a routine, as PostgreSQL prints them, may become others by CREATE OR REPLACE: only defaults
 * differ, and none goes (manual, CREATE FUNCTION, Notes). The parser has to be loaded.
 */
export function mayBecome(before: string, after: string): boolean {
  if (before === after) return true
  const [old, fresh] = [parametersOf(before), parametersOf(after)]
  if (old === undefined || fresh === undefined || old.length !== fresh.length) return false
  return old.every((parameter, at) => {
    const next = fresh[at]
    const losesDefault = parameter.defexpr !== undefined && next?.defexpr === undefined
    return next !== undefined && !losesDefault && shapeOf(parameter) === shapeOf(next)
  })
}

function parametersOf(list: string): readonly FunctionParameter[] | undefined {
  const tree = tryParse(`create function f(${list}) returns void language sql return null`)
  return tree?.stmts?.flatMap(({ stmt }) =>
    stmt !== undefined && 'CreateFunctionStmt' in stmt
      ? (stmt.CreateFunctionStmt.parameters ?? []).flatMap((node) =>
          'FunctionParameter' in node ? [node.FunctionParameter] : [],
        )
      : [],
  )
}

/** Name, mode and type, without places. */
function shapeOf({ name, mode, argType }: FunctionParameter): string {
  return JSON.stringify([name, mode, argType], (key, value: unknown) =>
    key === 'location' ? undefined : value,
  )
}
