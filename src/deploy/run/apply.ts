import type { Migration } from '../../files/migrations.ts'
import type { Session } from '../../postgres/connect.ts'
import { resetSession } from '../../postgres/reset-session.ts'
import { sendFile, withFileTransaction } from './send-file.ts'
import { refuseInapplicable } from './transaction.ts'
import { appliedVersions, revisionType } from '../history/history.ts'
import type { History } from '../history/history.ts'
import { prepareHistory, refuseLostHistory } from '../history/history-tables.ts'
import { recordMigration } from '../history/record.ts'
import { limitTransaction } from './session.ts'
import type { Limits } from './session.ts'

/** One migration that was applied, and how long its statements took, in milliseconds. */
export interface Applied {
  readonly version: string
  readonly name: string
  readonly milliseconds: number
}

/** Where to record it, under which limits and in whose name. */
export interface ApplyOptions {
  readonly history: History
  readonly limits: Limits
  readonly operator: string
  /** Called before each file. */
  readonly onStart?: (migration: Migration) => void
  /** Called after each file. */
  readonly onDone?: (applied: Applied) => void
}

/**
 * Applies migrations in order, each with its history rows in one transaction: a client that is killed at any
 * moment leaves whole files, and the next run goes on with the first that is missing. The caller holds the lock.
 * Throws UserError with file:line:column when a statement fails; that file is undone, those before it stay.
 */
export async function applyMigrations(
  session: Session,
  migrations: readonly Migration[],
  options: ApplyOptions,
): Promise<Applied[]> {
  for (const migration of migrations) await refuseInapplicable(migration)
  const done: Applied[] = []
  for (const migration of migrations) {
    options.onStart?.(migration)
    const known = [...appliedVersions(options.history), ...done.map(({ version }) => version)]
    const applied = await applyOne(session, migration, { ...options, known })
    options.onDone?.(applied)
    done.push(applied)
  }
  return done
}

async function applyOne(
  session: Session,
  migration: Migration,
  { history, limits, operator, known }: ApplyOptions & { readonly known: readonly string[] },
): Promise<Applied> {
  await resetSession(session)
  return withFileTransaction(session, { file: migration, limits }, async (tx) => {
    const start = performance.now()
    await sendFile(tx, migration)
    const milliseconds = performance.now() - start
    // The file may have taken another role or path: what follows is ours.
    await resetSession(tx)
    await limitTransaction(tx, limits)
    await refuseLostHistory(tx, known, migration.path)
    await prepareHistory(tx)
    await recordMigration(tx, migration, {
      details: { type: revisionType.executed, milliseconds, operator },
      history,
    })
    return { version: migration.version, name: migration.name, milliseconds }
  })
}
