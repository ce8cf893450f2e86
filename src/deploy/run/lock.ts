import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'

/** Atlas's advisory lock: whoever migrates with either tool waits for the other (ariga.io/atlas, cmd/atlas). */
const migrationLock = 2_686_470_616

/** How often a waiting session asks again, in milliseconds. */
const pause = 200

/** How patiently to wait for the lock. */
export interface LockOptions {
  /** How long to wait for another migration to end, in milliseconds. */
  readonly wait: number
  /** Called once when the lock is held by somebody else. */
  readonly onWait?: (holder: string) => void
}

/**
 * Runs `use` while this session holds the migration lock. Throws UserError that names the holder when it is
 * not free in time. The lock ends with the session, also when the client is killed.
 */
export async function withMigrationLock<T>(
  session: Session,
  options: LockOptions,
  use: () => Promise<T>,
): Promise<T> {
  await takeLock(session, options)
  try {
    return await use()
  } finally {
    await releaseLock(session)
  }
}

/** Where the session has ended the lock went with it: what ended it is the error to tell. */
async function releaseLock(session: Session): Promise<void> {
  await session
    .query(sql`select pg_catalog.pg_advisory_unlock(${migrationLock})`)
    .catch(() => undefined)
}

async function takeLock(session: Session, { wait, onWait }: LockOptions): Promise<void> {
  const end = Date.now() + wait
  for (let told = false; !(await tryLock(session));) {
    const holder = await readHolder(session)
    if (Date.now() >= end) {
      throw new UserError(
        `another migration is running: ${holder ?? 'it ended just now'}. It did not end within ${String(wait / 1000)} s. Try again when it has ended, ` +
          'or wait longer with --lock-wait SECONDS.',
      )
    }
    // Who ended while we asked is not worth a word: the next try takes the lock, or names its successor.
    if (!told && holder !== undefined) {
      onWait?.(holder)
      told = true
    }
    await sleep(pause)
  }
}

async function tryLock(session: Queryable): Promise<boolean> {
  const [row] = await session.query(sql`
    select pg_catalog.pg_try_advisory_lock(${migrationLock}) as locked
  `)
  return row.locked === true
}

/**
 * Who holds the lock, in words, undefined when nobody does any more: the key's upper half is classid, its lower
 * half objid (manual, pg_locks).
 */
async function readHolder(session: Queryable): Promise<string | undefined> {
  const [row] = await session.query(sql`
    select
      pg_catalog.format(
        'process %s, user %s, application %s, since %s: %s',
        a.pid,
        a.usename,
        coalesce(nullif(a.application_name, ''), 'unknown'),
        pg_catalog.to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS UTC'),
        pg_catalog.left(pg_catalog.regexp_replace(coalesce(a.query, ''), '[[:space:]]+', ' ', 'g'), 80)
      ) as holder
    from pg_catalog.pg_locks as l
    join pg_catalog.pg_stat_activity as a on a.pid = l.pid
    where
      l.locktype = 'advisory'
      and l.granted
      and l.database = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())
      and l.classid = (${migrationLock}::bigint >> 32)::oid
      and l.objid = (${migrationLock}::bigint & 4294967295)::oid
      and l.objsubid = 1
  `)
  return row?.holder
}
