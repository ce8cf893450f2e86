import { basename } from 'node:path'
import type { Talk } from '../../files/context.ts'
import { sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import type { Statement } from '../../sql/scan/split.ts'
import { worksConcurrently } from '../../sql/parsed/standalone.ts'
import type { Standalone } from '../../sql/parsed/standalone.ts'
import type { Limits } from '../session/session.ts'
import { withIndexProgress } from './index-progress.ts'
import type { LockWatch, Watched } from './lock-watch.ts'
import { readyStandalone } from './ready-standalone.ts'
import type { RunnableFile } from './runnable-file.ts'
import { sendStatement } from './send-statements.ts'

/** A statement that runs outside of a transaction, and how. */
interface StandaloneRun {
  readonly file: RunnableFile
  readonly statement: Statement
  readonly standalone: Standalone
  /** Whether a run before began it and could not tell its end: then the catalog tells it. */
  readonly inDoubt: boolean
  readonly limits: Limits
  readonly watch: LockWatch
  readonly watched: Watched
  readonly onProgress: Talk['step']
}

/**
 * Runs a statement that PostgreSQL runs outside of a transaction only. What an interrupted one left is removed first,
 * and nothing is run where it was done. Throws UserError with its place.
 */
export async function runStandalone(session: Session, run: StandaloneRun): Promise<void> {
  const { file, statement, standalone, inDoubt, watched } = run
  const lock = lockLimit(run)
  await limitSession(session, run.limits, lock)
  watched.next(lock === 0 ? Infinity : lock)
  const decision = await readyStandalone(session, standalone, inDoubt)
  if (decision.kind === 'done') return
  const place = `${basename(file.path)}:${String(statement.line)}`
  const text = decision.kind === 'instead' ? decision.text : statement.text
  await withIndexProgress(
    run.watch,
    (progress) => run.onProgress(`${place}: ${progress}`),
    async () => sendStatement(session, { ...statement, text }, file.text),
  ).catch(async (error: unknown) => {
    // What it leaves when it fails costs every write until it is gone.
    await limitSession(session, run.limits, run.limits.lock)
      .then(async () => readyStandalone(session, standalone, true))
      .catch(() => undefined)
    throw error
  })
}

/**
 * What works concurrently waits for the transactions of others and keeps nobody out meanwhile: it may wait as long as a
 * file may be tried again.
 */
function lockLimit({ standalone, limits }: StandaloneRun): number {
  return limits.lock === 0 || !worksConcurrently(standalone)
    ? limits.lock
    : Math.max(limits.lock, limits.lockBudget)
}

/** Sets the limits of a statement without a transaction; they end with the file. */
async function limitSession(session: Session, { statement }: Limits, lock: number): Promise<void> {
  await session.query(sql`
    select
      pg_catalog.set_config('lock_timeout', ${String(lock)}, false),
      pg_catalog.set_config('statement_timeout', ${String(statement)}, false),
      pg_catalog.set_config(
        'client_connection_check_interval',
        case when pg_catalog.version() ~* 'windows|msvc|mingw|visual c' then '0' else '500' end,
        false
      )
  `)
}
