import type { Session, Transaction } from '../../postgres/connect.ts'
import type { Statement } from '../../sql/scan/split.ts'
import type { Limits } from '../session/session.ts'
import type { RunnableFile } from './runnable-file.ts'

/** A statement that is run in transactions of somebody else's, such as a data step in batches. */
interface OutsideStep {
  /** Holds the migration lock; no transaction is open. */
  readonly session: Session
  readonly statement: Statement
  readonly file: RunnableFile
  readonly limits: Limits
}

/**
 * Runs such a statement to its end. After an interruption it is called again for the same statement. Answers what is to
 * be done in the transaction that records it, such as to forget how far it was. Throws UserError with the place.
 */
export type RunOutside = (step: OutsideStep) => Promise<(tx: Transaction) => Promise<void>>
