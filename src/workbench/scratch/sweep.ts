import { randomBytes } from 'node:crypto'
import { SQLErrorCode, isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import type { Workbench } from '../server/server.ts'
import { quoteName } from '../../sql/quote.ts'
import { releaseAdvisoryLock, tryAdvisoryLock } from './advisory-lock.ts'
import { dropSubscriptions, hasSubscriptions } from './drop-subscriptions.ts'

/** How databases that somebody holds are called: scratch databases, and templates that are being built. */
export const heldPrefix = 'workbench_scratch_'

/** How templates are called; what follows is their kind and the hash of their content. */
export const templatePrefix = 'workbench_template_'

/** What of a server drops databases. */
export type Server = Pick<Workbench, 'session' | 'adminUrl'>

/**
 * Drops the databases that killed processes left. Who makes such a database first takes the lock of its name,
 * for as long as the process lives: where the lock is free, nobody is left.
 */
export async function sweepScratches({ session, adminUrl }: Server): Promise<void> {
  const rows: { readonly name: string }[] = await session.query(sql`
    select d.datname::text as name
    from pg_catalog.pg_database as d
    where
      pg_catalog.starts_with(d.datname, ${heldPrefix})
      and pg_catalog.pg_has_role(d.datdba, 'usage')
      -- who holds a lock may take it again: what this session holds would seem free to it
      and not exists (
        select
        from pg_catalog.pg_locks as l
        where
          l.locktype = 'advisory'
          and (l.classid::bigint << 32) | l.objid::bigint
            = pg_catalog.hashtextextended(d.datname::text, 0)
      )
    order by name
  `)
  for (const { name } of rows) {
    if (!(await tryAdvisoryLock(session, name))) continue
    if (await hasSubscriptions(session, name)) await dropSubscriptions(adminUrl(name))
    await dropUnlessUsed(session, name)
    await releaseAdvisoryLock(session, name)
  }
}

/**
 * Drops a template; one that somebody clones is left alone. One with subscriptions gets the name of a scratch database
 * before they go, so that nobody clones it without them.
 */
export async function dropTemplate({ session, adminUrl }: Server, name: string): Promise<void> {
  if (!(await hasSubscriptions(session, name))) return dropUnlessUsed(session, name)
  const held = `${heldPrefix}pruned_${randomBytes(8).toString('hex')}`
  await sendText(session, `alter database ${quoteName(name)} allow_connections true`)
  await sendText(session, `alter database ${quoteName(name)} rename to ${quoteName(held)}`)
  return dropHeld({ session, adminUrl }, held)
}

/** Drops a database; one that somebody is connected to, or that is gone, is left alone. */
export async function dropUnlessUsed(session: Session, name: string): Promise<void> {
  try {
    await sendText(session, `drop database if exists ${quoteName(name)}`)
  } catch (error) {
    const isUsed = isSQLError(error) && error.code === SQLErrorCode.OBJECT_IN_USE
    if (!isUsed) throw error
  }
}

/**
 * Drops a database that this session holds, if it is there, and lets go of its name. When that fails (the server is
 * gone, its disk is full) what happened before is the news: the next sweep drops it.
 */
export async function dropHeld({ session, adminUrl }: Server, name: string): Promise<void> {
  const drop = `drop database if exists ${quoteName(name)} with (force)`
  try {
    await sendText(session, drop).catch(async (error: unknown) => {
      if (!isSQLError(error) || error.code !== SQLErrorCode.OBJECT_IN_USE) throw error
      await dropSubscriptions(adminUrl(name))
      await sendText(session, drop)
    })
    await releaseAdvisoryLock(session, name)
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}
