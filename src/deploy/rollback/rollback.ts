import { UserError } from '../../errors.ts'
import type { Migration } from '../../files/migrations.ts'
import type { Session } from '../../postgres/connect.ts'
import { resetSession } from '../../postgres/reset-session.ts'
import { appliedVersions } from '../history/history.ts'
import type { History } from '../history/history.ts'
import { readLosses, renderLosses } from './losses.ts'
import type { Loss } from './losses.ts'
import { refuseLostHistory } from '../history/history-tables.ts'
import { removeVersion } from '../history/record.ts'
import { sendFile, withFileTransaction } from '../run/send-file.ts'
import { limitTransaction } from '../run/session.ts'
import type { Limits } from '../run/session.ts'
import { refuseOwnTransactions } from '../run/transaction.ts'

/** One migration that was rolled back, and how long its statements took, in milliseconds. */
export interface RolledBack {
  readonly version: string
  readonly name: string
  readonly milliseconds: number
}

/** Where to record it, under which limits, and what it may cost. */
export interface RollbackOptions {
  readonly history: History
  readonly limits: Limits
  /** Whether rows and values may be lost. */
  readonly allowDataLoss: boolean
  /** Called before each file. */
  readonly onStart?: (migration: Migration) => void
  /** Called after each file. */
  readonly onDone?: (rolledBack: RolledBack) => void
}

/**
 * Rolls migrations back in the order given, each with its history rows in one transaction. The caller holds the
 * lock. Throws UserError when a down file fails, or would lose data that it may not lose. That file is undone; the
 * ones before it stay rolled back.
 */
export async function rollbackMigrations(
  session: Session,
  migrations: readonly Migration[],
  options: RollbackOptions,
): Promise<RolledBack[]> {
  for (const { down } of migrations) {
    if (down !== undefined) await refuseOwnTransactions(down.text, down.path)
  }
  const done: RolledBack[] = []
  for (const migration of migrations) {
    options.onStart?.(migration)
    const gone = new Set(done.map(({ version }) => version))
    const known = appliedVersions(options.history).filter((version) => !gone.has(version))
    const rolledBack = await rollbackOne(session, migration, { ...options, known })
    options.onDone?.(rolledBack)
    done.push(rolledBack)
  }
  return done
}

/** Throws UserError with the numbers when anything would be lost. */
export function refuseLosses(losses: readonly Loss[]): void {
  if (losses.length === 0) return
  throw new UserError(
    `this would be lost for good:\n${renderLosses(losses)}\n` +
      'Nothing was changed. Save what is needed, then run it again with -- --allow-data-loss',
  )
}

async function rollbackOne(
  session: Session,
  migration: Migration,
  {
    history,
    limits,
    allowDataLoss,
    known,
  }: RollbackOptions & { readonly known: readonly string[] },
): Promise<RolledBack> {
  const { version, name, down } = migration
  if (down === undefined) throw new Error(`version ${version} has no down file`)
  await resetSession(session)
  return withFileTransaction(session, { file: down, limits }, async (tx) => {
    // Counted again under the locks that keep others out: rows may have come since the first count.
    if (!allowDataLoss) refuseLosses(await readLosses(tx, [migration]))
    const start = performance.now()
    await sendFile(tx, down)
    const milliseconds = performance.now() - start
    await resetSession(tx)
    await limitTransaction(tx, limits)
    await refuseLostHistory(tx, known, down.path)
    await removeVersion(tx, version, history)
    return { version, name, milliseconds }
  })
}
