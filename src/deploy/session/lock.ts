import { setTimeout as sleep } from 'node:timers/promises'
import { UserError, sameCommand } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, Session } from '../../postgres/connect.ts'
import { describeActivity, readActivities, terminationOf } from './activity.ts'
import type { Activity } from './activity.ts'

/** Atlas's advisory lock: whoever migrates with either tool waits for the other (ariga.io/atlas, cmd/atlas). */
export const migrationLock = 2_686_470_616

/** Of `l`, a row of pg_locks. The key's upper half is classid, its lower half objid (manual, pg_locks). */
const isMigrationLock = sql`
  l.locktype = 'advisory'
  and l.granted
  and l.database = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())
  and l.classid = (${migrationLock}::bigint >> 32)::oid
  and l.objid = (${migrationLock}::bigint & 4294967295)::oid
  and l.objsubid = 1
`

/** How often a waiting session asks again, in milliseconds. */
const pause = 200

/** How patiently to wait for the lock. */
export interface LockOptions {
  /** How long to wait for another migration to end, in milliseconds. */
  readonly wait: number
  /** Called once when the lock is held by somebody else. */
  readonly onWait?: (holder: Activity) => void
  /** Says that there is nothing to wait for any more. */
  readonly signal?: AbortSignal | undefined
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

/**
 * Throws UserError where the session does not hold the lock any more: a file has given it away, which a rollback of its
 * transaction does not undo. To be called in that transaction.
 */
export async function refuseLostLock(db: Queryable, path: string): Promise<void> {
  const [row] = await db.query(sql`
    select exists (
      select
      from pg_catalog.pg_locks as l
      where l.pid = pg_catalog.pg_backend_pid() and ${isMigrationLock}
    ) as held
  `)
  if (row.held === true) return
  throw new UserError(
    `${path}: gives away the lock that keeps other migrations out (pg_advisory_unlock, pg_advisory_unlock_all), which no migration may touch. ` +
      'The file was rolled back. Take that out; advisory locks of a file are best pg_advisory_xact_lock.',
  )
}

/** Where the session has ended the lock went with it: what ended it is the error to tell. */
async function releaseLock(session: Session): Promise<void> {
  await session
    .query(sql`select pg_catalog.pg_advisory_unlock(${migrationLock})`)
    .catch(() => undefined)
}

async function takeLock(session: Session, { wait, onWait, signal }: LockOptions): Promise<void> {
  const end = Date.now() + wait
  for (let told = false; !(await tryLock(session));) {
    const holder = await readHolder(session)
    if (Date.now() >= end) throw heldError(holder, wait)
    // Who ended while we asked is not worth a word: the next try takes the lock, or names its successor.
    if (!told && holder !== undefined) {
      onWait?.(holder)
      told = true
    }
    await sleep(pause, undefined, signal && { signal })
  }
}

function heldError(holder: Activity | undefined, wait: number): UserError {
  const [who, advice] =
    holder === undefined
      ? ['it ended just now', '']
      : [describeActivity(holder), `\nIf it will not end by itself: ${terminationOf(holder)}`]
  return new UserError(
    `another migration is running: ${who}. It did not end within ${String(wait / 1000)} s. ` +
      `Wait until it has ended, or longer with --lock-wait SECONDS. ${sameCommand}${advice}`,
  )
}

async function tryLock(session: Queryable): Promise<boolean> {
  const [row] = await session.query(sql`
    select pg_catalog.pg_try_advisory_lock(${migrationLock}) as locked
  `)
  return row.locked === true
}

/**
 * Reads who holds the migration lock of this database, undefined when nobody does: the key's upper half is classid, its
 * lower half objid (manual, pg_locks).
 */
export async function readHolder(db: Queryable): Promise<Activity | undefined> {
  const rows: readonly { readonly pid: number }[] = await db.query(sql`
    select l.pid
    from pg_catalog.pg_locks as l
    where ${isMigrationLock}
  `)
  const [holder] = await readActivities(
    db,
    rows.map(({ pid }) => pid),
  )
  return holder
}
