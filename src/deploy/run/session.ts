import { sql } from '../../postgres/connect.ts'
import type { Queryable, Session, Transaction } from '../../postgres/connect.ts'

/** What a migrating session may wait for, in milliseconds; 0 is no limit. */
export interface Limits {
  /** For a lock, a statement. */
  readonly lock: number
  /** For a statement to end. */
  readonly statement: number
  /** Between two statements of a transaction: a client that hangs frees its locks. */
  readonly idle: number
}

/** The limits that hold unless told otherwise. */
export const defaultLimits: Limits = { lock: 3000, statement: 0, idle: 60_000 }

/**
 * Runs `use` in a transaction under the limits: each run of a file, and each trial before it, begins here. An error of
 * PostgreSQL comes out as the cause of a UserError. `use` keeps nothing outside the transaction, so it may run again.
 */
export async function withLimits<T>(
  session: Session,
  limits: Limits,
  use: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return session.tx(async (tx) => {
    await limitTransaction(tx, limits)
    return use(tx)
  })
}

/** Sets the limits for the transaction that runs now. */
export async function limitTransaction(
  db: Queryable,
  { lock, statement, idle }: Limits,
): Promise<void> {
  await db.query(sql`
    select
      pg_catalog.set_config('lock_timeout', ${String(lock)}, true),
      pg_catalog.set_config('statement_timeout', ${String(statement)}, true),
      pg_catalog.set_config('idle_in_transaction_session_timeout', ${String(idle)}, true),
      -- A client that is gone is noticed in the middle of a statement too, which would go on and keep the lock
      -- from the next run; servers on Windows cannot.
      pg_catalog.set_config(
        'client_connection_check_interval',
        case when pg_catalog.version() ~* 'windows|msvc|mingw|visual c' then '0' else '500' end,
        true
      )
  `)
}
