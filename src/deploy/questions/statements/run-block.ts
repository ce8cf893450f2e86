import { parsePlPgSQLSync, parseSync } from '../../../parser.ts'
import type { DoStmt, Node } from 'libpg-query'
import { scanTokens } from '../../../sql/scan/tokens.ts'
import { fieldsIn } from '../expression.ts'
import type { Found, Rule, Sight } from '../found.ts'
import { blindWorld } from '../world/world.ts'
import { writeReason } from '../writes/after-write.ts'

/** What a statement inside of a block asks. */
export type FindIn = (tree: Node, sight: Sight) => Found

/**
 * `do …`: which of its statements run is not told, so that a block in which one may lose something is not asked. One in
 * PL/pgSQL whose statements all lose nothing asks nothing.
 */
export function askBlockBy(findIn: FindIn): Rule<DoStmt> {
  return ({ args = [] }, sight) => {
    const language = args.flatMap((node) =>
      'DefElem' in node && node.DefElem.defname === 'language' ? [textOf(node.DefElem.arg)] : [],
    )[0]
    const isKnown = language === undefined || language === 'plpgsql'
    const reason = isKnown ? reasonIn(sight, findIn) : `its block is in ${language}`
    if (reason === undefined) return {}
    return { reasons: [reason], world: blindWorld(sight.world, writeReason(sight)) }
  }
}

function textOf(node: Node | undefined): string {
  return node !== undefined && 'String' in node ? (node.String.sval ?? '') : ''
}

/** Statements of PL/pgSQL that run a text, or a transaction. */
const unread = /^PLpgSQL_stmt_(?:dyn|call|commit|rollback)/

function reasonIn(sight: Sight, findIn: FindIn): string | undefined {
  try {
    return readBlock(sight, findIn)
  } catch {
    return 'its block cannot be read'
  }
}

function readBlock(sight: Sight, findIn: FindIn): string | undefined {
  for (const { name, value } of fieldsIn(parsePlPgSQLSync(sight.statement.text))) {
    if (unread.test(name)) return 'its block runs a text as a statement'
    if (name !== 'PLpgSQL_expr') continue
    const text = queryOf(value)
    const { reasons = [], questions = [] } = findIn(text.tree, {
      ...sight,
      scanned: scanTokens(text.sql),
    })
    const [reason] = [
      ...reasons,
      ...questions.map(({ object }) => `its block may change ${object}`),
    ]
    if (reason !== undefined) return reason
  }
  return undefined
}

interface Query {
  readonly sql: string
  readonly tree: Node
}

/** An expression is what a SELECT has; an assignment is one behind its sign. */
function queryOf(value: unknown): Query {
  const { query, parseMode: mode = 0 } = fieldsOf(value)
  const text = String(query)
  const expression = Number(mode) >= 3 ? text.replace(/^[^=]*?:?=/s, '') : text
  const sql = mode === 0 ? text : `select ${expression}`
  const tree = parseSync(sql).stmts?.[0]?.stmt
  if (tree === undefined) throw new Error('a block has an empty statement')
  return { sql, tree }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}
