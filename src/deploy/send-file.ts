import { UserError, messageOf } from '../errors.ts'
import { SQLErrorCode, isSQLError, sendText } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'
import { asFileError } from '../postgres/server-error.ts'

/** A text of a file, whole or from a line of it. */
export interface FileText {
  readonly text: string
  readonly path: string
  /** The line of the file on which the text starts; 1 unless told. */
  readonly line?: number
}

/** Runs a file's text. Throws UserError that says the place in the file, and for a lock what to do. */
export async function sendFile(db: Queryable, { text, path, line = 1 }: FileText): Promise<void> {
  try {
    await sendText(db, text)
  } catch (error) {
    if (isSQLError(error) && error.code === SQLErrorCode.LOCK_NOT_AVAILABLE)
      throw lockError(error, path)
    if (isEnd(error)) throw error
    throw withAdvice(asFileError(error, text, { path, line }), error)
  }
}

/** An end of the session, whatever the file says: told as that, with the server's address, where it was opened. */
function isEnd(error: unknown): boolean {
  return isSQLError(error) && error.code.startsWith('57P')
}

/** The same error, with what to do where PostgreSQL says that a right is lacking. */
function withAdvice(told: unknown, cause: unknown): unknown {
  if (!isSQLError(cause) || cause.code !== SQLErrorCode.INSUFFICIENT_PRIVILEGE) return told
  return new UserError(
    `${messageOf(told)}\nThe user of the URL lacks that right: connect as the owner, postgres, or have it granted. ` +
      'Nothing of the file was kept.',
    { cause },
  )
}

function lockError(cause: Error, path: string): UserError {
  return new UserError(
    `${path}: another session holds a lock that this file needs, longer than the limit (--lock-timeout). ` +
      'Nothing of the file was kept. Try again when that session has ended; pg_stat_activity shows it.',
    { cause },
  )
}
