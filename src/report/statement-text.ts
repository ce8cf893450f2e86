import type { PlannedSegment, PlannedStatement } from '../planning/plan-result.ts'
import { commentLine } from '../sql/comment-line.ts'

/** Statements as SQL. Above one that leaves something to know or to do is a comment that says it. */
export function renderStatements(
  statements: readonly Pick<PlannedStatement, 'sql' | 'note'>[],
): string {
  return statements
    .flatMap(({ sql, note }) => [...(note === null ? [] : [commentLine(note)]), `${sql};`])
    .join('\n')
}

/** The same of a segment, with what makes it one transaction. */
export function renderSegment({ statements, transaction }: PlannedSegment): string {
  const text = renderStatements(statements)
  return transaction ? `begin;\n${text}\ncommit;` : text
}
