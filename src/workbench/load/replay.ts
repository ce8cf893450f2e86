import { UserError } from '../../errors.ts'
import type { Migration } from '../../files/migrations.ts'
import { isSQLError, sendText, withSession } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'
import { resetSession } from '../../postgres/reset-session.ts'
import { asFileError, asStatementError } from '../../postgres/server-error.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import { txModeOf } from '../../sql/scan/txmode.ts'

/**
 * Runs migrations in their order, each in a separate transaction unless it asks for none, with the rights of the URL's
 * user. No history is written. Throws UserError with the place in the file that failed.
 */
export async function replayMigrations(
  url: string,
  migrations: readonly Migration[],
): Promise<void> {
  if (migrations.length === 0) return
  await withSession(url, async (session) => {
    for (const migration of migrations) await replayMigration(session, migration)
  })
}

/**
 * The migrations up to a version, that one included; `none` for none, all unless told. Throws UserError when none
 * has it.
 */
export function migrationsUpTo(
  migrations: readonly Migration[],
  upTo?: string,
): readonly Migration[] {
  if (upTo === undefined) return migrations
  if (upTo === 'none') return []
  const index = migrations.findIndex(({ version }) => version === upTo)
  if (index >= 0) return migrations.slice(0, index + 1)
  const known = migrations.map(({ version }) => version).join(', ')
  throw new UserError(
    `${upTo}: no migration has this version. There are: ${known === '' ? 'none' : known}.`,
  )
}

/** Runs one of them in a session that is open. Errors as replayMigrations. */
export async function replayMigration(session: Session, migration: Migration): Promise<void> {
  await resetSession(session)
  // Nobody else is there: what works concurrently need not be continued.
  if (txModeOf(migration.text) === 'stepwise') return replaySlowly(session, migration)
  try {
    await session.tx((tx) => sendText(tx, migration.text))
  } catch (error) {
    if (!isSQLError(error)) throw error
    // Many of PostgreSQL's errors have no place in the text: then the statements are run one by one to find it.
    if (error.position === undefined) await session.tx((tx) => replaySlowly(tx, migration))
    throw asFileError(error, migration.text, migration)
  }
}

async function replaySlowly(db: Queryable, { text, path }: Migration): Promise<void> {
  for (const statement of await splitStatements(text, path)) {
    try {
      await sendText(db, statement.text)
    } catch (error) {
      throw asStatementError(error, statement, text)
    }
  }
}
