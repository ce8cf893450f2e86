import { UserError } from '../../errors.ts'
import { SQLErrorCode, isSQLError, sendText } from '../../postgres/connect.ts'
import type { Session, Transaction } from '../../postgres/connect.ts'
import { defaultLimits, renewSession } from '../../deploy/session/session.ts'
import { messageLine } from '../../postgres/server-error.ts'
import { advanceSequences } from './advance-sequences.ts'
import { findMore, readInserted } from './inserted-rows.ts'
import type { Inserted } from './inserted-rows.ts'
import { orderFiles } from './order-files.ts'
import type { PlacedFile } from './order-files.ts'
import { refuseRepeated } from './refuse-repeated.ts'
import type { SeedFile } from './seed-files.ts'
import { sendFile } from './send-samples.ts'

/**
 * Inserts the rows of files that a database lacks, in one transaction; rows that are there stay as they are. Returns
 * how many rows each table got, from its file or from a trigger: the tables of files, and others that got any.
 * Throws UserError with file:line:column for a row that is refused, and for rows that the next run would insert again.
 */
export async function seedRows(session: Session, files: readonly SeedFile[]): Promise<Inserted> {
  await renewSession(session, defaultLimits)
  return session.tx(async (tx) => {
    // Rows that were there before are told by the number of their transaction from those that this one makes.
    await sendText(tx, 'set transaction isolation level repeatable read')
    await sendText(tx, 'select pg_catalog.pg_current_xact_id(); set constraints all deferred')
    const ordered = await orderFiles(tx, files)
    const inserted = await insertFiles(tx, ordered)
    await checkDeferred(tx)
    await refuseRepeated(tx, ordered)
    await advanceSequences(tx, ordered)
    return inserted
  })
}

/** Tries a file again after the others when rows that it refers to are not there yet, as in a cycle. */
async function insertFiles(tx: Transaction, files: readonly PlacedFile[]): Promise<Inserted> {
  const inserted = new Map(files.map(({ spelled }) => [spelled, 0]))
  for (let waiting = files; waiting.length > 0;) {
    const failures: Failure[] = []
    for (const file of waiting) {
      const outcome = await insertFile(tx, file)
      if ('error' in outcome) failures.push(outcome)
      else addAll(inserted, outcome.more)
    }
    if (failures.length === waiting.length) throw failures[0]?.error
    waiting = failures.map(({ file }) => file)
  }
  return inserted
}

/** A file whose rows refer to rows that are not there, and the error that says so. */
interface Failure {
  readonly file: PlacedFile
  readonly error: unknown
}

async function insertFile(
  tx: Transaction,
  file: PlacedFile,
): Promise<Failure | { readonly more: Inserted }> {
  const before = await readInserted(tx)
  try {
    await tx.tx((inner) => sendFile(inner, file))
    return { more: findMore(before, await readInserted(tx)) }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (isSQLError(cause) && cause.code === SQLErrorCode.FOREIGN_KEY_VIOLATION)
      return { file, error }
    throw error
  }
}

function addAll(counts: Map<string, number>, more: Inserted): void {
  for (const [table, count] of more) counts.set(table, (counts.get(table) ?? 0) + count)
}

async function checkDeferred(tx: Transaction): Promise<void> {
  try {
    await sendText(tx, 'set constraints all immediate')
  } catch (error) {
    if (!isSQLError(error)) throw error
    throw new UserError(`the sample rows as a whole: ${messageLine(error)} (${error.code})`, {
      cause: error,
    })
  }
}
