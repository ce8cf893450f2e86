import { sendText, sql, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { quoteName } from '../../sql/quote.ts'
import type { DatabaseAccess } from '../server/server.ts'

/**
 * Drops the subscriptions of a database, whose slots nobody has made: PostgreSQL drops no database that has one. Nobody
 * can connect to a template; from here on one can.
 */
export async function dropSubscriptions(
  { session, adminUrl }: DatabaseAccess,
  database: string,
): Promise<void> {
  if (!(await hasSubscriptions(session, database))) return
  await sendText(session, `alter database ${quoteName(database)} allow_connections true`)
  await withSession(adminUrl(database), async (within) => {
    const rows: { readonly name: string }[] = await within.query(sql`
      select pg_catalog.quote_ident(s.subname) as name
      from pg_catalog.pg_subscription as s
      join pg_catalog.pg_database as d on d.oid = s.subdbid
      where d.datname = pg_catalog.current_database()
      order by name
    `)
    for (const { name } of rows) {
      await sendText(within, `alter subscription ${name} disable`)
      await sendText(within, `alter subscription ${name} set (slot_name = none)`)
      await sendText(within, `drop subscription ${name}`)
    }
  })
}

/** Whether a database has any. */
export async function hasSubscriptions(session: Session, name: string): Promise<boolean> {
  const [row] = await session.query(sql`
    select exists (
      select
      from pg_catalog.pg_subscription as s
      join pg_catalog.pg_database as d on d.oid = s.subdbid
      where d.datname = ${name}
    ) as has
  `)
  return row.has === true
}
