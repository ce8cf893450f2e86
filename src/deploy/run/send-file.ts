import { UserError, messageOf } from '../../errors.ts'
import { SQLErrorCode, isSQLError, sendText } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'
import { asFileError, asStatementError } from '../../postgres/server-error.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { limitTransaction, withLimits } from './session.ts'
import type { Limits } from './session.ts'

/** A file of statements. */
export interface FileText {
  readonly text: string
  readonly path: string
}

/**
 * A file that took longer, in milliseconds, is not run once more for the place: it would hold its locks as long
 * again.
 */
const patience = 5000

/**
 * Runs `use`, which sends the file, in a transaction under the limits. Where PostgreSQL soon refuses the file without a
 * word on the place, that is looked for.
 */
export async function withFileTransaction<T>(
  session: Session,
  { file, limits }: { readonly file: FileText; readonly limits: Limits },
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  let start = 0
  try {
    return await withLimits(session, limits, async (tx) => {
      start = performance.now()
      return use(tx)
    })
  } catch (error) {
    const isSoon = performance.now() - start < patience
    throw error instanceof UnplacedError && isSoon
      ? await place(session, { file, limits }, error)
      : error
  }
}

/** Runs a file's text in one go. Throws UserError that says the place in the file, and for a lock what to do. */
export async function sendFile(db: Queryable, { text, path }: FileText): Promise<void> {
  try {
    await sendText(db, text)
    // What is deferred fails here, as a fault of the file, and not at the commit.
    await sendText(db, 'set constraints all immediate')
  } catch (error) {
    const told = tell(error, path, asFileError(error, text, { path }))
    const isPlaced = !isSQLError(error) || error.position !== undefined
    throw isPlaced || !(told instanceof UserError) ? told : new UnplacedError(told, error.code)
  }
}

/** Runs one statement of a file, whose whole text is `source`. Errors as sendFile, always with the place. */
export async function sendStatement(
  db: Queryable,
  statement: Statement,
  source: string,
): Promise<void> {
  try {
    await sendText(db, statement.text)
  } catch (error) {
    const { file, line, column } = statement
    const where = `${file}:${String(line)}:${String(column)}`
    throw tell(error, where, asStatementError(error, statement, source))
  }
}

/** What a file did not do, without the place in it. */
class UnplacedError extends UserError {
  /** PostgreSQL's code of the error. */
  readonly code: string

  constructor({ message, cause }: UserError, code: string) {
    super(message, { cause })
    this.code = code
  }
}

/**
 * Runs the file's statements one by one, for a trial, and returns the error of the one that fails with the same
 * message.
 */
async function place(
  session: Session,
  { file, limits }: { readonly file: FileText; readonly limits: Limits },
  error: UnplacedError,
): Promise<unknown> {
  const found: unknown = await session
    .tx(async (tx) => {
      await limitTransaction(tx, limits)
      for (const statement of await splitStatements(file.text, file.path)) {
        await sendStatement(tx, statement, file.text)
      }
      throw error
    })
    .catch((caught: unknown) => caught)
  const isSame = found instanceof UserError && codeOf(found.cause) === error.code
  return isSame ? found : error
}

function codeOf(error: unknown): string | undefined {
  return isSQLError(error) ? error.code : undefined
}

/** The message of an error: `told`, or what a lock timeout or a missing right means, or that the session has ended. */
function tell(error: unknown, where: string, told: unknown): unknown {
  if (!isSQLError(error)) return told
  if (error.code === SQLErrorCode.LOCK_NOT_AVAILABLE) return lockError(error, where)
  if (error.code === SQLErrorCode.INSUFFICIENT_PRIVILEGE) return rightError(error, told)
  if (
    error.code === SQLErrorCode.NOT_NULL_VIOLATION &&
    / contains null values$/m.test(error.message)
  )
    return valueError(error, told)
  // An end of the session, whatever the file says: told as that, with the server's address, where it was opened.
  return error.code.startsWith('57P') ? error : told
}

function rightError(cause: Error, told: unknown): UserError {
  return new UserError(
    `${messageOf(told)}\nThe user of the URL lacks that right: connect as the owner, postgres, or have it granted. ` +
      'The file was rolled back.',
    { cause },
  )
}

/** NOT NULL on a table whose rows have no value there: ALTER TABLE says it in these words. */
function valueError(cause: Error, told: unknown): UserError {
  return new UserError(
    `${messageOf(told)}\nThe table has rows, and this file does not say what value they get. Add the column with a default ` +
      'that suits them and drop the default then, or fill it before it is set NOT NULL. The file was rolled back.',
    { cause },
  )
}

function lockError(cause: Error, where: string): UserError {
  return new UserError(
    `${where}: another session holds a lock that this file needs, longer than the limit (--lock-timeout). ` +
      'The file was rolled back. Try again when that session has ended; pg_stat_activity shows it.',
    { cause },
  )
}
