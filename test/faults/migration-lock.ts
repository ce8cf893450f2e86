import { sql } from '../../src/postgres/connect.ts'
import type { Ground } from './ground/ground.ts'

/**
 * Takes the lock of migrations in a database, as another tool would, for at most 4 s. Answers what lets it go before,
 * which may be called again.
 */
export async function holdMigrationLock(
  ground: Ground,
  database: string,
): Promise<() => Promise<void>> {
  const told = Promise.withResolvers<undefined>()
  const held = Promise.withResolvers<undefined>()
  const whole = ground.asAdmin(database, async (session) => {
    await session.query(sql`select pg_catalog.pg_advisory_lock(2686470616)`)
    held.resolve(undefined)
    await told.promise
  })
  whole.catch(held.reject)
  const timer = globalThis.setTimeout(() => {
    told.resolve(undefined)
  }, 4000)
  await held.promise
  return async () => {
    clearTimeout(timer)
    told.resolve(undefined)
    // A server that was killed has let it go.
    await whole.catch(() => undefined)
  }
}
