import type { Migration } from '../../files/migrations.ts'
import type { Session, Transaction } from '../../postgres/connect.ts'
import { withEvent } from '../journal/events.ts'
import { forgetFile } from '../journal/journaled-files.ts'
import { knownVersions, refuseLostHistory } from '../history/history-tables.ts'
import type { KnownVersions } from '../history/history-tables.ts'
import { refuseLostLock } from '../session/lock.ts'
import { removeVersion } from '../history/record.ts'
import { runFile } from '../run/run-file.ts'
import { runSteps } from '../run/run-steps.ts'
import type { RunnableFile } from '../run/runnable-file.ts'
import { progressRecords, startOf } from '../run/step-records.ts'
import { workOn } from '../session/announce.ts'
import type { FileAtWork } from '../session/announce.ts'
import { parseRevertible } from '../run/transaction.ts'
import type { Ran, RunOptions } from '../run/run-options.ts'

/**
 * Rolls migrations back in the order given, each with its history rows in one transaction. The caller holds the
 * lock. Throws UserError when a down file fails. That file is undone; the ones before it stay rolled back.
 */
export async function rollbackMigrations(
  session: Session,
  migrations: readonly Migration[],
  options: RunOptions,
): Promise<Ran[]> {
  const files: RevertibleFile[] = []
  for (const migration of migrations) {
    const { version, down } = migration
    if (down === undefined) throw new Error(`version ${version} has no down file`)
    files.push({ migration, file: await parseRevertible(down) })
  }
  const done: Ran[] = []
  for (const file of files) {
    await options.onStart?.(file.migration, done)
    const gone = done.map(({ version }) => version)
    const known = knownVersions(options.history, { gone })
    const work = workOn('rollback', file.migration, migrations)
    const rolledBack = await rollbackOne(session, file, { ...options, known, work })
    options.onDone?.(rolledBack)
    done.push(rolledBack)
  }
  return done
}

interface RevertibleFile {
  readonly migration: Migration
  readonly file: RunnableFile
}

async function rollbackOne(
  session: Session,
  { migration, file }: RevertibleFile,
  options: RunOptions & { readonly known: KnownVersions; readonly work: FileAtWork },
): Promise<Ran> {
  const { history, journal, known, operator, around, ...run } = options
  const { version, name } = migration
  return withEvent(journal, { verb: 'rollback', version }, (end) => {
    const record = async (tx: Transaction, milliseconds: number): Promise<Ran> => {
      await refuseLostLock(tx, file.path)
      await refuseLostHistory(tx, known, file.path)
      await removeVersion(tx, version, history)
      await forgetFile(tx, journal, migration)
      await end(tx)
      return { version, name, milliseconds }
    }
    const wrap = around?.(migration)
    if (file.mode === 'transaction')
      return runFile(session, file, { ...run, ...(wrap && { around: wrap }), record })
    const from = { direction: 'down', history, known, operator, journal } as const
    const recording = { migration, file, ...from }
    return runSteps(session, file, {
      ...run,
      ...startOf(recording),
      ...(wrap && { before: async (tx: Transaction) => wrap(tx, nothing) }),
      records: { ...progressRecords(recording), finish: record },
    })
  })
}

async function nothing(): Promise<void> {
  // The statements come in other transactions.
}
