import type { Migration } from '../../files/migrations.ts'
import type { Session, Transaction } from '../../postgres/connect.ts'
import { withEvent } from '../journal/events.ts'
import { recordFile } from '../journal/journaled-files.ts'
import { runFile } from './run-file.ts'
import type { Around } from './run-file.ts'
import type { RunnableFile } from './runnable-file.ts'
import { parseApplicable } from './transaction.ts'
import { revisionType } from '../history/history.ts'
import { knownVersions, prepareHistory, refuseLostHistory } from '../history/history-tables.ts'
import type { KnownVersions } from '../history/history-tables.ts'
import { refuseLostLock } from '../session/lock.ts'
import { completeProgress } from '../history/file-progress.ts'
import { recordMigration } from '../history/record.ts'
import { renewSession } from '../session/session.ts'
import { workOn } from '../session/announce.ts'
import type { FileAtWork } from '../session/announce.ts'
import { runSteps } from './run-steps.ts'
import type { StepRecords, StepsRun } from './run-steps.ts'
import { progressRecords, startOf } from './step-records.ts'
import type { Recording } from './step-records.ts'
import type { Ran, RunOptions } from './run-options.ts'

/**
 * Applies migrations in order, each with its history rows in one transaction: a client that is killed at any
 * moment leaves whole files, and the next run goes on with the first that is missing. The caller holds the lock.
 * Throws UserError with file:line:column when a statement fails; that file is undone, those before it stay.
 */
export async function applyMigrations(
  session: Session,
  migrations: readonly Migration[],
  options: RunOptions,
): Promise<Ran[]> {
  const files: ApplicableFile[] = []
  for (const migration of migrations)
    files.push({ migration, file: await parseApplicable(migration) })
  const done: Ran[] = []
  for (const file of files) {
    await options.onStart?.(file.migration, done)
    const added = done.map(({ version }) => version)
    const known = knownVersions(options.history, { added })
    const work = workOn('apply', file.migration, migrations)
    const applied = await applyOne(session, file, { ...options, known, work })
    options.onDone?.(applied)
    done.push(applied)
  }
  return done
}

interface ApplicableFile {
  readonly migration: Migration
  readonly file: RunnableFile
}

async function applyOne(
  session: Session,
  { migration, file }: ApplicableFile,
  options: RunOptions & { readonly known: KnownVersions; readonly work: FileAtWork },
): Promise<Ran> {
  const { history, operator, journal, known, around, ...run } = options
  const { version, name } = migration
  return withEvent(journal, { verb: 'apply', version }, (end) => {
    const record = async (tx: Transaction, milliseconds: number): Promise<Ran> => {
      await refuseLostLock(tx, file.path)
      await refuseLostHistory(tx, known, file.path)
      await prepareHistory(tx)
      await recordMigration(tx, migration, {
        details: { type: revisionType.executed, milliseconds, operator },
        statements: file.statements,
        history,
      })
      await recordFile(tx, journal, migration)
      await end(tx)
      return { version, name, milliseconds }
    }
    const wrap = around?.(migration)
    if (file.mode === 'transaction')
      return runFile(session, file, { ...run, ...(wrap && { around: wrap }), record })
    const from = { direction: 'up', history, known, operator, journal } as const
    return applySteps(session, { migration, file, ...from }, { ...run, wrap, record })
  })
}

interface StepsOptions extends Omit<StepsRun<Ran>, 'done' | 'inDoubt' | 'records'> {
  readonly wrap: Around | undefined
  readonly record: StepRecords<Ran>['finish']
}

/**
 * Of a file that is run statement by statement, the row is there already when the last one is done. The statements come in
 * other transactions than what is around them.
 */
async function applySteps(
  session: Session,
  recording: Recording,
  { wrap, record, ...run }: StepsOptions,
): Promise<Ran> {
  return runSteps(session, recording.file, {
    ...run,
    ...startOf(recording),
    records: {
      ...progressRecords(recording),
      finish: async (tx, milliseconds) => {
        await wrap?.(tx, async () => renewSession(tx, run.limits))
        await completeProgress(tx, recording.migration.version)
        return record(tx, milliseconds)
      },
    },
  })
}
