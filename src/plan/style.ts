import type { ObjectId } from '../model/catalog.ts'
import { lowercaseWords } from '../sql/lowercase.ts'
import type { Authored } from './authored.ts'
import { mergeGrants } from './merge-grants.ts'
import { polish } from './polish.ts'
import type { Plan } from './plan.ts'
import { routineText } from './routine-text.ts'
import type { Statement } from './statement.ts'

/**
 * Writes a plan's statements as a person would: in lowercase, routines a clause a line, and where an object is made
 * that its author wrote a statement for, with that statement. The texts mean the same; the proof sees to it.
 */
export function stylePlan(plan: Plan, authored: ReadonlyMap<ObjectId, Authored>): Plan {
  return {
    ...plan,
    segments: plan.segments.map((segment) => ({
      ...segment,
      statements: mergeGrants(
        segment.statements.map((each) => polish(styleStatement(each, authored.get(each.object)))),
      ),
    })),
  }
}

function styleStatement(statement: Statement, authored: Authored | undefined): Statement {
  const making = /^CREATE (?<replace>OR REPLACE )?(?!OR\b)/i.exec(statement.sql)
  const isRoutine = /^CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE)\b/i.test(statement.sql)
  if (making !== null && authored !== undefined) {
    const verb = making.groups?.['replace'] === undefined ? 'create ' : 'create or replace '
    return { ...statement, sql: authored.sql.replace(/^create\s+(?:or\s+replace\s+)?/i, verb) }
  }
  return {
    ...statement,
    sql: isRoutine ? routineText(statement.sql) : lowercaseWords(statement.sql),
  }
}
