import type { ObjectId } from '../../model/catalog.ts'
import { lowercaseWords } from '../../sql/scan/lowercase.ts'
import type { Fallback } from '../atlas/adopt.ts'
import type { Authored } from '../authored-statement.ts'
import type { Plan, UnwrittenPlan } from '../plan.ts'
import { routineText } from './routine-text.ts'
import type { Statement } from '../statement.ts'
import { layOut } from './lay-out.ts'
import { mergeGrants } from './merge-grants.ts'
import { printAction } from './print-action.ts'
import type { WrittenStatement } from './written-statement.ts'

/**
 * Prints a plan's statements as a person would: in lowercase, routines a clause a line, and where an object is made
 * that its author wrote a statement for, with that statement. The texts mean the same; the proof sees to it.
 */
export function writeStatements(
  plan: UnwrittenPlan,
  authored: ReadonlyMap<ObjectId, Authored>,
): Plan {
  return {
    ...plan,
    segments: plan.segments.map(({ statements }) => ({
      statements: mergeGrants(statements).map((each) => write(each, authored.get(each.object))),
    })),
    fallbacks: plan.fallbacks.map(({ object, reason }) => ({ object, why: reasonText(reason) })),
  }
}

function write(statement: Statement, authored: Authored | undefined): WrittenStatement {
  const verb = authored === undefined ? undefined : creates(statement)
  const sql =
    authored === undefined || verb === undefined
      ? printed(statement)
      : authored.sql.replace(/^create\s+(?:or\s+replace\s+)?/i, `${verb} `)
  return { ...statement, sql: layOut(sql, statement.action) }
}

/** Why Atlas does not plan a table. One line. */
function reasonText(reason: Fallback['reason']): string {
  const text =
    reason.kind === 'more' ? `it says: ${reason.sql}` : `it lacks: ${printAction(reason.action)}`
  return text.replaceAll(/\s+/g, ' ')
}

/** The words with which a statement creates its object; undefined for all others. */
function creates({ action, verb }: Statement): string | undefined {
  if (action.kind === 'atlas') return verb === 'create' ? 'create' : undefined
  if (action.kind !== 'create' && action.kind !== 'define') return undefined
  return action.orReplace ? 'create or replace' : 'create'
}

function printed({ action }: Statement): string {
  const sql = printAction(action)
  return action.kind === 'define' && action.isRoutine ? routineText(sql) : lowercaseWords(sql)
}
