import { UserError, messageOf, withoutCommand } from '../../errors.ts'
import { adviceOn } from '../../postgres/limit-advice.ts'
import { isCut } from '../../postgres/cut.ts'
import { SQLErrorCode, isSQLError } from '../../postgres/connect.ts'
import type { SQLError } from '../../postgres/connect.ts'

/**
 * The error of a file's statement as people are told it: `told`, and what to do about it, or the error itself where the
 * session has ended, which is told with the server's address where it was opened.
 */
export function tellError(error: unknown, where: string, told: unknown): unknown {
  if (!isSQLError(error)) return told
  if (error.code === SQLErrorCode.LOCK_NOT_AVAILABLE) return lockError(error, where)
  if (isCut(error)) return error
  const advice = adviceOf(error)
  return advice === undefined ? told : advise(error, told, advice)
}

function adviceOf(error: SQLError): string | undefined {
  if (error.code === SQLErrorCode.INSUFFICIENT_PRIVILEGE) return right
  if (error.code === SQLErrorCode.INVALID_TRANSACTION_TERMINATION) return termination
  const lacksValue = / contains null values$/m.test(error.message)
  if (error.code === SQLErrorCode.NOT_NULL_VIOLATION && lacksValue) return value
  return adviceOn(error)
}

function advise(cause: Error, told: unknown, advice: string): UserError {
  // The command is told by who follows the run.
  return new UserError(`${messageOf(told)}\n${withoutCommand(advice)} The file was rolled back.`, {
    cause,
  })
}

const right =
  'The user of the URL lacks that right: connect as the owner, postgres, or have it granted.'

/** NOT NULL on a table whose rows have no value there: ALTER TABLE says it in these words. */
const value =
  'The table has rows, and this file does not say what value they get. Add the column with a default ' +
  'that suits them and drop the default then, or fill it before it is set NOT NULL.'

const termination =
  'A procedure or block that commits cannot run in a migration, whose statements share a transaction with its history row. ' +
  'Write the work without COMMIT and ROLLBACK.'

function lockError(cause: Error, where: string): UserError {
  return new UserError(
    `${where}: another session holds a lock that this file needs, longer than the limit (--lock-timeout).\n` +
      'The file was rolled back. Wait until that session has ended; pg_stat_activity shows it.',
    { cause },
  )
}
