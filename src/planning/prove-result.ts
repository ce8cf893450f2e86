import type { TableLock } from '../proof/locks.ts'
import type { RowTrial } from '../proof/try-rows.ts'
import type { ProofStep } from './plan-result.ts'

/** What `prove --json` prints; docs/planning.md explains it. Every key is always there. */
export interface ProveResult {
  /** Whether the files lead to what the schema files say, and back. */
  readonly proved: boolean
  /** The files that were proved, from the project's root, oldest first: a step's `part` counts them from 1. */
  readonly files: readonly string[]
  readonly proof: readonly ProofStep[]
  /** The locks on tables against writes or reads that the up direction took, a table once. */
  readonly locks: readonly TableLock[]
  /**
   * The sample rows after the up direction, and after the down direction. Values may change: only an author knows
   * which should.
   */
  readonly rows: { readonly up: readonly RowTrial[]; readonly down: readonly RowTrial[] }
  /** What is to be known of it, a sentence each. */
  readonly notes: readonly string[]
  /** Whether atlas.sum has the files as they are: it is renewed when they are proved. */
  readonly sealed: boolean
  /** The files at whose head was written what they do, from the project's root. */
  readonly written: readonly string[]
}
