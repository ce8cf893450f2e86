import type { Migration } from '../files/migrations.ts'
import type { Session } from '../postgres/connect.ts'
import type { History } from './history.ts'
import { createHistory, recordMigration } from './record.ts'
import type { Deed } from './record.ts'

/**
 * Records versions in every history that lacks them, in one transaction: those that another tool applied, and
 * those that a baseline declares. Otherwise Atlas would see a hole, and the Supabase CLI would push them again.
 */
export async function recordVersions(
  session: Session,
  migrations: readonly Migration[],
  { history, deed }: { readonly history: History; readonly deed: Deed },
): Promise<void> {
  if (migrations.length === 0) return
  await session.tx(async (tx) => {
    await createHistory(tx)
    for (const migration of migrations) await recordMigration(tx, migration, { deed, history })
  })
}
