import { sql, withSession } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { applicationName } from '../server/use-lock.ts'

/**
 * Holds an advisory lock that is named by a text while `use` runs; others wait, in whatever process. It goes
 * with its session, so that a killed process leaves none. All who share a name must share the database of `url`.
 */
export async function withAdvisoryLock<T>(
  url: string,
  name: string,
  use: () => Promise<T>,
): Promise<T> {
  return withSession(
    url,
    async (session) => {
      await session.query(
        sql`select pg_catalog.pg_advisory_lock(pg_catalog.hashtextextended(${name}, 0))`,
      )
      return use()
    },
    { applicationName },
  )
}

/** Takes a named lock for as long as the session lasts; false when another session has it. */
export async function tryAdvisoryLock(session: Queryable, name: string): Promise<boolean> {
  const [row] = await session.query(sql`
    select pg_catalog.pg_try_advisory_lock(pg_catalog.hashtextextended(${name}, 0)) as taken
  `)
  return row.taken === true
}

/** Gives back what `tryAdvisoryLock` took. */
export async function releaseAdvisoryLock(session: Queryable, name: string): Promise<void> {
  await session.query(
    sql`select pg_catalog.pg_advisory_unlock(pg_catalog.hashtextextended(${name}, 0))`,
  )
}
