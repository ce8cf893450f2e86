import { sendText, sql, withSession } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import { withAdvisoryLock } from './advisory-lock.ts'
import type { Content } from '../load/content.ts'
import { makeDatabase } from './scratch.ts'
import type { Workbench } from '../server/server.ts'
import { dropUnlessUsed } from './sweep.ts'

/**
 * Makes a database for another program, which connects after this process has ended. It lasts until the next call
 * with its name, which recreates it unless somebody is connected to it. Returns the URL for the role postgres.
 */
export async function makeLasting(
  workbench: Workbench,
  content: Content,
  name: string,
): Promise<string> {
  await withAdvisoryLock(workbench.adminUrl('postgres'), name, async () => {
    const { session } = workbench
    await dropUnlessUsed(session, name)
    if (!(await isThere(session, name))) await makeDatabase(workbench, content, name)
  })
  return workbench.userUrl(name)
}

/**
 * Hides the schemas of the platform from programs that take them for somebody's: whatever belongs to an extension is
 * passed over. `kept` are the schemas that stay in sight; `adminUrl` is for the superuser.
 */
export async function hideSchemas(adminUrl: string, kept: readonly string[]): Promise<void> {
  await withSession(adminUrl, async (session) => {
    const rows: { readonly text: string }[] = await session.query(sql`
      select format('alter extension plpgsql add schema %I', n.nspname) as text
      from pg_catalog.pg_namespace as n
      where
        n.nspname not like 'pg\\_%'
        and n.nspname <> 'information_schema'
        and n.nspname <> all(${kept})
        and not exists (
          select
          from pg_catalog.pg_depend as d
          where
            d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            and d.objid = n.oid
            and d.deptype = 'e'
        )
      order by text
    `)
    for (const { text } of rows) await sendText(session, text)
  })
}

async function isThere(session: Session, name: string): Promise<boolean> {
  const [row] = await session.query(sql`
    select exists (select from pg_catalog.pg_database as d where d.datname = ${name}) as there
  `)
  return row.there === true
}
