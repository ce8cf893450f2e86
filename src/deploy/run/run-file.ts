import { sendText } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'
import { resetSession } from '../../postgres/reset-session.ts'
import { asFileError } from '../../postgres/server-error.ts'
import { announce } from '../session/announce.ts'
import type { FileAtWork } from '../session/announce.ts'
import { limitTransaction, renewSession, withLimits } from '../session/session.ts'
import type { Limits } from '../session/session.ts'
import { batchStatements } from './batches.ts'
import { startLockBudget } from './lock-budget.ts'
import { noWatch } from './lock-watch.ts'
import type { LockWatch, Watched } from './lock-watch.ts'
import { retryConflicts } from './retry.ts'
import type { FileText, RunnableFile } from './runnable-file.ts'
import { sendBatch } from './send-statements.ts'
import { tellError } from './tell-error.ts'

/**
 * Calls `send`, which sends the statements: what belongs before the first and after the last. Behind it the session is as
 * it was at first.
 */
export type Around = (tx: Transaction, send: () => Promise<void>) => Promise<void>

/** Under which limits a file runs, and what else belongs to its transaction. */
export interface FileRun<T> {
  readonly limits: Limits
  /** Sees who stands in the way; nobody is seen without it. */
  readonly watch?: LockWatch
  /** Called when the file could not have a lock, before it is run again. */
  readonly onConflict?: (sentence: string) => void
  /** What others are shown of it; undefined where nobody else looks. */
  readonly work?: FileAtWork
  readonly around?: Around
  /** After that. */
  readonly record: (tx: Transaction, milliseconds: number) => Promise<T>
}

/**
 * Runs a file in one transaction, statement by statement, with what `record` writes: all of it is there in the end, or
 * nothing. It is run again, within limits, where another session holds a lock that it needs. Throws UserError with
 * file:line:column for the statement that fails, and without the place for a constraint that is checked at the end.
 */
export async function runFile<T>(
  session: Session,
  file: RunnableFile,
  { watch = noWatch, onConflict, ...run }: FileRun<T>,
): Promise<T> {
  const patience = { budget: run.limits.lockBudget, watch, ...(onConflict && { onConflict }) }
  return retryConflicts(patience, async (watched) => runOnce(session, file, { ...run, watched }))
}

async function runOnce<T>(
  session: Session,
  file: RunnableFile,
  { limits, work, around = sendOnly, record, watched }: FileRun<T> & { readonly watched: Watched },
): Promise<T> {
  // Nobody waits for a session that others cannot see.
  const renew = async (db: Queryable): Promise<void> =>
    work === undefined ? resetSession(db) : renewSession(db, limits)
  await renew(session)
  return withLimits(session, limits, async (tx) => {
    if (work !== undefined) await announce(tx, work)
    let milliseconds = 0
    await around(tx, async () => {
      const start = performance.now()
      await sendStatements(tx, file, { lock: limits.lock, watched })
      milliseconds = performance.now() - start
      // The file may have taken another role or path: what follows is ours.
      if (work !== undefined) await renew(tx)
      await limitTransaction(tx, limits)
    })
    // A measurement keeps what it sees in settings of the transaction until it has read them.
    if (work === undefined) await renew(tx)
    return record(tx, milliseconds)
  })
}

async function sendOnly(_tx: Transaction, send: () => Promise<void>): Promise<void> {
  await send()
}

async function sendStatements(
  tx: Transaction,
  file: RunnableFile,
  { lock, watched }: { readonly lock: number; readonly watched: Watched },
): Promise<void> {
  const budget = await startLockBudget(tx, lock)
  for (const batch of batchStatements(file.statements)) {
    watched.next(await budget.before())
    const sent = performance.now()
    await sendBatch(tx, batch, file.text)
    await budget.after(sent)
  }
  watched.next(await budget.before())
  await checkConstraints(tx, file)
}

/** What is deferred fails here, as a fault of the file, and not at the commit. */
async function checkConstraints(tx: Queryable, { path, text }: FileText): Promise<void> {
  try {
    await sendText(tx, 'set constraints all immediate')
  } catch (error) {
    throw tellError(error, path, asFileError(error, text, { path }))
  }
}
