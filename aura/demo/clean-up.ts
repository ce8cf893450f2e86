import { UserError } from '../../src/errors.ts'
import { SQLErrorCode, isSQLError, sql, withSession } from '../../src/postgres/connect.ts'
import type { DemoDatabase } from './caller.ts'
import { grace, keyVersion, mallory } from './cast.ts'

/**
 * Removes the accounts of the demo with all their rows, and its key; nothing where nothing is left. The replication slot
 * is temporary, so PostgreSQL drops it. Throws UserError when tokens of others name the key's version.
 */
export async function cleanUp({ adminUrl }: DemoDatabase): Promise<void> {
  await withSession(adminUrl, async (session) => {
    try {
      await session.tx(async (tx) => {
        await tx.query(sql`delete from auth.users where id in (${grace.id}, ${mallory.id})`)
        await tx.query(sql`delete from private.encryption_keys where version = ${keyVersion}`)
      })
    } catch (error) {
      if (!isSQLError(error) || error.code !== SQLErrorCode.FOREIGN_KEY_VIOLATION) throw error
      throw new UserError(
        `Tokens of others name the key version ${String(keyVersion)}, which the demo takes for itself: it cannot run here.`,
        { cause: error },
      )
    }
  })
}
