import type { Statement } from './statement.ts'

/** Statements that may share a transaction: one segment is one migration file. */
export interface Segment {
  readonly statements: readonly Statement[]
}
