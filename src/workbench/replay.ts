import { UserError } from '../errors.ts'
import type { Migration } from '../files/migrations.ts'
import { sendText, withSession } from '../postgres/connect.ts'
import { asFileError } from '../postgres/server-error.ts'

/**
 * Runs migrations in their order, each in a transaction of its own, with the rights of the URL's user. No history
 * is written. Throws UserError with the place in the file that failed.
 */
export async function replayMigrations(
  url: string,
  migrations: readonly Migration[],
): Promise<void> {
  if (migrations.length === 0) return
  await withSession(url, async (session) => {
    for (const { text, path } of migrations) {
      try {
        await session.tx((tx) => sendText(tx, text))
      } catch (error) {
        throw asFileError(error, text, { path })
      }
    }
  })
}

/** The migrations up to a version, that one included; `none` for none, all unless told. Throws UserError when none has it. */
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
