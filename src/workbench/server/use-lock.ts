import { sql, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'

/** The lock that everyone who uses a workbench shares; who has it alone may stop the server. */
export const inUse = 'database-as-code workbench in use'

/** How sessions of ours are called in pg_stat_activity. */
export const applicationName = 'database-as-code workbench'

/** Holds a session that says "in use" while `use` runs. `url` is that of the server's database `postgres`. */
export async function holdServer<T>(
  url: string,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  return withSession(
    url,
    async (session) => {
      await session.query(sql`
        select pg_catalog.pg_advisory_lock_shared(pg_catalog.hashtextextended(${inUse}, 0))
      `)
      return use(session)
    },
    { applicationName },
  )
}
