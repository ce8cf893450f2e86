import type { Migration } from '../../files/migrations.ts'
import type { Session } from '../../postgres/connect.ts'
import { baselineVersion, revisionType } from './history.ts'
import type { History } from './history.ts'
import { prepareHistory } from './history-tables.ts'
import { recordMigration } from './record.ts'
import type { RevisionDetails } from './record.ts'

/**
 * Records what another tool applied, or declared as applied, in the histories that lack it. Otherwise Atlas would see
 * a hole, the Supabase CLI would push it again, and a rollback to before Atlas's baseline would forget the rest.
 */
export async function recordUnrecorded(
  session: Session,
  migrations: readonly Migration[],
  { history, operator }: { readonly history: History; readonly operator: string },
): Promise<void> {
  const start = baselineVersion(history)
  const declared = migrations.filter(({ version }) => version < start)
  const executed = migrations.filter(({ version }) => version >= start)
  const common = { milliseconds: 0, operator }
  await recordVersions(session, declared, {
    history,
    details: { ...common, type: revisionType.baseline },
  })
  await recordVersions(session, executed, {
    history,
    details: { ...common, type: revisionType.executed },
  })
}

/** Records versions in every history that lacks them, in one transaction: those that a baseline declares. */
export async function recordVersions(
  session: Session,
  migrations: readonly Migration[],
  { history, details }: { readonly history: History; readonly details: RevisionDetails },
): Promise<void> {
  if (migrations.length === 0) return
  await session.tx(async (tx) => {
    await prepareHistory(tx)
    for (const migration of migrations) await recordMigration(tx, migration, { details, history })
  })
}
