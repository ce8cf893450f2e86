import type { ObjectId } from '../../model/catalog.ts'
import { lowercaseWords } from '../../sql/scan/lowercase.ts'
import type { Fallback } from '../atlas/adopt.ts'
import type { Authored } from '../authored-statement.ts'
import type { Plan, UnwrittenPlan } from '../plan.ts'
import { routineText } from './routine-text.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { layOut } from './lay-out.ts'
import { mergeGrants } from './merge-grants.ts'
import { plainOptions } from './plain-options.ts'
import { printAction } from './print-action.ts'
import { joinAlterTables } from './together/alter-table-text.ts'
import { mergeAlters } from './together/merge-alters.ts'
import { ownFromTheStart } from './together/owned-sequences.ts'
import { publishFromTheStart } from './together/publications.ts'
import type { WrittenStatement } from './written-statement.ts'

/**
 * Prints a plan's statements as a person would: in lowercase, routines a clause a line, and where an object is made
 * that its author wrote a statement for, with that statement. The texts mean the same; the proof sees to it. What
 * changes one table is one statement, unless the states are left out.
 */
export function writeStatements(
  plan: UnwrittenPlan,
  authored: ReadonlyMap<ObjectId, Authored>,
  states: Pick<Context, 'from' | 'to'> | undefined,
): Plan {
  const edges = plan.trace.attempts.at(-1)?.edges ?? []
  return {
    ...plan,
    segments: plan.segments.map(({ statements, ...segment }) => ({
      ...segment,
      statements: mergeGrants(
        segment.outside === true || states === undefined
          ? statements
          : publishFromTheStart(ownFromTheStart(mergeAlters(statements, states, edges))),
      ).map((each) => write(each, authored)),
    })),
    fallbacks: plan.fallbacks.map(({ object, reason }) => ({ object, why: reasonText(reason) })),
  }
}

function write(statement: Statement, texts: ReadonlyMap<ObjectId, Authored>): WrittenStatement {
  const { action, parts } = statement
  if (action.kind === 'alterTable' && parts !== undefined) {
    const clauses = parts.map((part) => write(part, texts).sql)
    return { ...statement, sql: joinAlterTables(action.subject, clauses) }
  }
  const authored = texts.get(statement.object)
  const isPart = authored === undefined || statement.tells !== undefined
  const verb = isPart ? undefined : creates(statement)
  const sql =
    authored === undefined || verb === undefined
      ? printed(statement)
      : authored.sql.replace(/^create\s+(?:or\s+replace\s+)?/i, `${verb} `)
  const laid = layOut(sql, statement.action)
  return { ...statement, sql: statement.concurrently === true ? concurrent(laid) : laid }
}

/** The same statement, done while others write. */
function concurrent(sql: string): string {
  return sql.replace(/^(?:create (?:unique )?|drop )index (?!concurrently )/i, '$&concurrently ')
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
  return action.kind === 'define' && action.isRoutine
    ? routineText(sql)
    : lowercaseWords(plainOptions(sql))
}
