import { randomBytes } from 'node:crypto'
import { SQLErrorCode, isSQLError, sendText, sql } from '../../postgres/connect.ts'
import type { Session } from '../../postgres/connect.ts'
import type { DatabaseAccess } from '../server/server.ts'
import { quoteName } from '../../sql/quote.ts'
import { releaseAdvisoryLock, tryAdvisoryLock } from './advisory-lock.ts'
import { dropSubscriptions, hasSubscriptions } from './drop-subscriptions.ts'

/** How databases that somebody holds are called: scratch databases, and templates that are being built. */
export const heldPrefix = 'workbench_scratch_'

/** How templates are called; what follows is their kind and the hash of their content. */
export const templatePrefix = 'workbench_template_'

/**
 * Drops the databases that killed processes left. Who makes such a database first takes the lock of its name,
 * for as long as the process lives: where the lock is free, nobody is left.
 */
export async function sweepScratches({ session, adminUrl }: DatabaseAccess): Promise<void> {
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
    await dropLeft({ session, adminUrl }, name)
    await releaseAdvisoryLock(session, name)
  }
}

/** Drops what a killed process left. Another process that ends may be dropping the same: then it may be gone by now. */
async function dropLeft({ session, adminUrl }: DatabaseAccess, name: string): Promise<void> {
  try {
    await dropWithSubscriptions({ session, adminUrl }, name)
  } catch (error) {
    if (await isThere(session, name)) throw error
  }
}

/**
 * Drops a template; one that somebody clones, or that is gone, is left alone. One with subscriptions gets the name of a
 * scratch database before they go, so that nobody clones it without them.
 */
export async function dropTemplate(
  { session, adminUrl }: DatabaseAccess,
  name: string,
): Promise<void> {
  if (!(await hasSubscriptions(session, name))) return dropUnlessUsed(session, name)
  const held = `${heldPrefix}pruned_${randomBytes(8).toString('hex')}`
  // From its new name on it is up to the next sweep, unless this session holds it.
  await tryAdvisoryLock(session, held)
  if (await renameUnlessUsed(session, name, held)) return dropHeld({ session, adminUrl }, held)
  return releaseAdvisoryLock(session, held)
}

/** False for a database that somebody uses, or that is gone. */
async function renameUnlessUsed(session: Session, name: string, to: string): Promise<boolean> {
  try {
    await sendText(session, `alter database ${quoteName(name)} rename to ${quoteName(to)}`)
    return true
  } catch (error) {
    if (isSQLError(error) && usedOrGone.has(error.code)) return false
    throw error
  }
}

const usedOrGone: ReadonlySet<string> = new Set([
  SQLErrorCode.OBJECT_IN_USE,
  SQLErrorCode.INVALID_CATALOG_NAME,
])

async function isThere(session: Session, name: string): Promise<boolean> {
  const found = await session.query(
    sql`select from pg_catalog.pg_database as d where d.datname = ${name}`,
  )
  return found.length > 0
}

/** Drops a database that only this session knows of, whatever it has. */
export async function dropWithSubscriptions(server: DatabaseAccess, name: string): Promise<void> {
  await dropSubscriptions(server, name)
  await dropUnlessUsed(server.session, name)
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
export async function dropHeld({ session, adminUrl }: DatabaseAccess, name: string): Promise<void> {
  const drop = `drop database if exists ${quoteName(name)} with (force)`
  try {
    await sendText(session, drop).catch(async (error: unknown) => {
      if (!isSQLError(error) || error.code !== SQLErrorCode.OBJECT_IN_USE) throw error
      await dropSubscriptions({ session, adminUrl }, name)
      await sendText(session, drop)
    })
    await releaseAdvisoryLock(session, name)
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}
