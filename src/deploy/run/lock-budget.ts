import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'

/**
 * How long the statements of a file may wait for locks, in milliseconds. From the first lock on that keeps others out
 * of a table, the whole rest of the file has only what is left of the limit: whoever reads that table waits too.
 */
export interface LockBudget {
  /** Sets lock_timeout for the next statement; answers how long it may wait, Infinity where there is no limit. */
  readonly before: () => Promise<number>
  /** Looks what the transaction has locked since; `sent` is when its last statement was, by performance.now(). */
  readonly after: (sent: number) => Promise<void>
}

/** The least that a statement has, in milliseconds: work that took long must not make every lock a conflict. */
const least = 100

/** Begins the budget of a transaction. Relations that it creates keep nobody out. */
export async function startLockBudget(tx: Queryable, limit: number): Promise<LockBudget> {
  const known = await readRelations(tx)
  let allowed = limit === 0 ? Infinity : limit
  let start: number | undefined
  return {
    before: async () => {
      if (start === undefined || limit === 0) return allowed
      return setLockTimeout(tx, Math.max(least, Math.round(start + limit - performance.now())))
    },
    after: async (sent) => {
      if (start !== undefined || limit === 0) return
      const { locked, timeout } = await readLocks(tx)
      // A dump switches it off at its head, and so does RESET ALL.
      allowed = timeout === 0 ? await setLockTimeout(tx, limit) : timeout
      if (locked.some((relation) => known.has(relation))) start = sent
    },
  }
}

async function readRelations(tx: Queryable): Promise<ReadonlySet<string>> {
  const rows: readonly { readonly id: string }[] = await tx.query(sql`
    select c.oid::text as id
    from pg_catalog.pg_class as c
    where c.relkind in ('r', 'p', 'm', 'v', 'f')
  `)
  return new Set(rows.map(({ id }) => id))
}

interface Locks {
  /** The relations, by oid, on which the transaction has locks that conflict with reading or writing. */
  readonly locked: readonly string[]
  /** lock_timeout as it is now: a file may set its own. */
  readonly timeout: number
}

async function readLocks(tx: Queryable): Promise<Locks> {
  const [row] = await tx.query(sql`
    select
      array(
        select distinct l.relation::text
        from pg_catalog.pg_locks as l
        where
          l.pid = pg_catalog.pg_backend_pid()
          and l.locktype = 'relation'
          and l.granted
          and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
      ) as locked,
      (extract(epoch from pg_catalog.current_setting('lock_timeout')::interval) * 1000)::integer as timeout
  `)
  return row
}

/** Shortens lock_timeout to so much; a shorter one that the file has set stays. */
async function setLockTimeout(tx: Queryable, left: number): Promise<number> {
  const [row] = await tx.query(sql`
    select allowed, pg_catalog.set_config('lock_timeout', allowed::text, true)
    from (
      select
        least(
          ${left}::integer,
          nullif((extract(epoch from pg_catalog.current_setting('lock_timeout')::interval) * 1000)::integer, 0)
        ) as allowed
    ) as found
  `)
  return row.allowed
}
