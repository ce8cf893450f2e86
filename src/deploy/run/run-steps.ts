import { UserError } from '../../errors.ts'
import type { Talk } from '../../files/context.ts'
import { sendText, sql } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { isBackfill } from '../../sql/scan/txmode.ts'
import { standaloneOf } from '../../sql/parsed/standalone.ts'
import type { Standalone } from '../../sql/parsed/standalone.ts'
import { announce } from '../session/announce.ts'
import type { FileAtWork } from '../session/announce.ts'
import { noneDone } from '../session/course.ts'
import { renewSession, withLimits } from '../session/session.ts'
import type { Limits } from '../session/session.ts'
import { noWatch } from './lock-watch.ts'
import type { LockWatch, Watched } from './lock-watch.ts'
import type { RunOutside } from './outside-step.ts'
import { retryConflicts } from './retry.ts'
import { runStandalone } from './run-standalone.ts'
import type { RunnableFile } from './runnable-file.ts'
import { sendWhole } from './send-statements.ts'

/** Where the steps of a file are written down, each in a transaction; `at` counts statements from 0. */
export interface StepRecords<T> {
  /** A statement begins whose end cannot be in a transaction. */
  readonly begin: (tx: Transaction, at: number) => Promise<void>
  /** A statement is done: in its transaction, where it has one. */
  readonly end: (tx: Transaction, at: number, milliseconds: number) => Promise<void>
  /** The last one is done, in the same transaction as its end. */
  readonly finish: (tx: Transaction, milliseconds: number) => Promise<T>
  /** A statement failed. */
  readonly fail: (tx: Transaction, at: number, error: unknown) => Promise<void>
}

/** Under which limits a file is run, from which statement on, and what is written down of it. */
export interface StepsRun<T> {
  readonly limits: Limits
  /** What others are shown of it. */
  readonly work?: FileAtWork
  readonly watch?: LockWatch
  readonly onConflict?: (sentence: string) => void
  /** Hears how far a statement is that takes long. */
  readonly onProgress?: Talk['step']
  readonly runOutside?: RunOutside
  /** How many statements are done. */
  readonly done: number
  /** Whether the next one was begun by a run that could not tell its end. */
  readonly inDoubt: boolean
  /** What is to be done in a transaction before the first statement. */
  readonly before?: (tx: Transaction) => Promise<void>
  readonly records: StepRecords<T>
}

/**
 * Runs a file statement by statement: each in a transaction with its record, and those that may run in none alone, with
 * records before and after. Whatever is cut off is continued from there. Throws UserError with file:line:column.
 */
export async function runSteps<T>(
  session: Session,
  file: RunnableFile,
  run: StepsRun<T>,
): Promise<T> {
  const start = performance.now()
  await renewSession(session, run.limits)
  if (run.work !== undefined) await announce(session, run.work, 'session')
  try {
    if (run.before !== undefined && run.done === 0 && !run.inDoubt)
      await withRecord(session, run.limits, run.before)
    await setAgain(session, file.statements.slice(0, run.done))
    for (const [at, statement] of file.statements.entries()) {
      if (at < run.done) continue
      const result = await runStep(session, { file, statement, at, start, run })
      if (result !== undefined) return result.value
    }
    // All were done, and the last record was not written.
    return await withRecord(session, run.limits, (tx) => run.records.finish(tx, 0))
  } finally {
    // Where the session has ended, what ended it is the error to tell.
    await renewSession(session, run.limits).catch(() => undefined)
  }
}

interface StepOf<T> {
  readonly file: RunnableFile
  readonly statement: Statement
  readonly at: number
  readonly start: number
  readonly run: StepsRun<T>
}

/** What earlier statements have set holds for those behind them: a run that goes on sets it again. */
async function setAgain(session: Session, statements: readonly Statement[]): Promise<void> {
  for (const { tree, text } of statements)
    if ('VariableSetStmt' in tree) await sendText(session, text)
}

interface Finished<T> {
  readonly value: T
}

/** Runs one; answers what the file comes to where it is the last. */
async function runStep<T>(session: Session, step: StepOf<T>): Promise<Finished<T> | undefined> {
  const { limits, watch = noWatch, onConflict, records } = step.run
  const patience = { budget: limits.lockBudget, watch, ...(onConflict && { onConflict }) }
  try {
    return await retryConflicts(patience, async (watched) => runOnce(session, step, watched))
  } catch (error) {
    await withRecord(session, limits, (tx) => records.fail(tx, step.at, error)).catch(
      () => undefined,
    )
    throw tellRest(error, step)
  }
}

/** What is told of one statement of a file that is a transaction is not right of this one. */
function tellRest<T>(error: unknown, { file, statement, at }: StepOf<T>): unknown {
  if (!(error instanceof UserError)) return error
  const sentence = error.message.replace(
    'The file was rolled back.',
    'The statement was rolled back.',
  )
  const rest =
    at === 0
      ? // What its batches have done stays: the error says how far it came.
        isBackfill(statement)
        ? 'No statement of the file is recorded as done; what is not done yet may be changed in the file.'
        : noneDone
      : `${String(at)} of its ${String(file.statements.length)} statements are done and recorded; what is not done yet may be changed in the file.`
  return new UserError(`${sentence}\n${rest}`, { cause: error.cause })
}

async function runOnce<T>(
  session: Session,
  step: StepOf<T>,
  watched: Watched,
): Promise<Finished<T> | undefined> {
  const { statement, file, run } = step
  const { limits } = run
  const standalone = standaloneOf(statement)
  const start = performance.now()
  if (standalone === undefined && !isBackfill(statement)) {
    return withLimits(session, limits, async (tx) => {
      watched.next(limits.lock === 0 ? Infinity : limits.lock)
      await sendWhole(tx, statement, file.text)
      await takeOwnRole(tx)
      return record(tx, step, start)
    })
  }
  if (standalone !== undefined) {
    await runAlone(session, { step, standalone, watched })
    return withRecord(session, limits, async (tx) => record(tx, step, start))
  }
  const forget = await runBackfill(session, step)
  return withRecord(session, limits, async (tx) => {
    await forget(tx)
    return record(tx, step, start)
  })
}

async function runBackfill<T>(
  session: Session,
  { statement, file, run }: StepOf<T>,
): ReturnType<RunOutside> {
  if (run.runOutside === undefined) {
    throw new UserError(
      `${file.path}:${String(statement.line)}:${String(statement.column)}: nothing here runs data steps in batches (@backfill).`,
    )
  }
  return run.runOutside({ session, statement, file, limits: run.limits })
}

async function runAlone<T>(
  session: Session,
  {
    step: { statement, file, at, run },
    standalone,
    watched,
  }: {
    readonly step: StepOf<T>
    readonly standalone: Standalone
    readonly watched: Watched
  },
): Promise<void> {
  const inDoubt = run.inDoubt && at === run.done
  if (!inDoubt) await withRecord(session, run.limits, (tx) => run.records.begin(tx, at))
  const { limits, watch = noWatch, onProgress = () => undefined } = run
  await runStandalone(session, {
    file,
    statement,
    standalone,
    inDoubt,
    limits,
    watch,
    watched,
    onProgress,
  })
}

async function record<T>(
  tx: Transaction,
  { file, at, start, run }: StepOf<T>,
  begun: number,
): Promise<Finished<T> | undefined> {
  await run.records.end(tx, at, performance.now() - begun)
  if (at < file.statements.length - 1) return undefined
  return { value: await run.records.finish(tx, performance.now() - start) }
}

/** A transaction of ours, whatever role the file has taken. */
async function withRecord<T>(
  session: Session,
  limits: Limits,
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return withLimits(session, limits, async (tx) => {
    await takeOwnRole(tx)
    return use(tx)
  })
}

/** For the rest of the transaction: what the file has set holds for its next statement again. */
async function takeOwnRole(tx: Queryable): Promise<void> {
  await tx.query(sql`
    select pg_catalog.set_config('role', 'none', true), pg_catalog.set_config('search_path', '', true)
  `)
}
