import type { Statement } from '../statement.ts'
import { printAction } from './print-action.ts'

/** A planned statement with its SQL. */
export interface WrittenStatement extends Statement {
  /** Without a semicolon. */
  readonly sql: string
}

/** A statement with its SQL as the planner says it, for what is not written to a file. */
export function printStatement(statement: Statement): WrittenStatement {
  return { ...statement, sql: printAction(statement.action) }
}
