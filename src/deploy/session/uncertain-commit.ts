import { isCut } from '../../postgres/cut.ts'

/** COMMIT was sent and its answer was lost: whether the transaction is in, the next look at the history tells. */
class UncertainCommit extends Error {
  override readonly name = 'UncertainCommit'
}

/** Whether an error leaves that open; it may be the cause of the error. */
export function isUncertain(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error instanceof UncertainCommit || isUncertain(error.cause)
}

/** An error of COMMIT as one that leaves that open, where it ended the session. Any other is PostgreSQL's word that nothing was committed. */
export function asUncertain(error: unknown): unknown {
  return isCut(error)
    ? new UncertainCommit('the answer to COMMIT was lost', { cause: error })
    : error
}
