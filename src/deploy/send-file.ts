import { UserError } from '../errors.ts'
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
    throw asFileError(error, text, { path, line })
  }
}

function lockError(cause: Error, path: string): UserError {
  return new UserError(
    `${path}: another session holds a lock that this file needs, longer than the limit (--lock-timeout). ` +
      'Nothing of the file was kept. Try again when that session has ended; pg_stat_activity shows it.',
    { cause },
  )
}
