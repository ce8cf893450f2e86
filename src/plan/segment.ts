import type { Statement } from './statement.ts'
import type { WrittenStatement } from './write/written-statement.ts'

/** Statements that may share a transaction: one segment is one migration file. */
export interface Segment<Each extends Statement = WrittenStatement> {
  readonly statements: readonly Each[]
  /** That each statement is applied by itself, since one of them cannot be in a transaction block. */
  readonly outside?: boolean
}
