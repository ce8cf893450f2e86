import { UserError } from '../errors.ts'
import { sendText, sql } from '../postgres/connect.ts'
import type { Queryable } from '../postgres/connect.ts'

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
export const usualLimits: Limits = { lock: 3000, statement: 0, idle: 60_000 }

/** What a migration needs to know of the server that it talks to. */
export interface Target {
  readonly database: string
  readonly user: string
  readonly serverVersion: number
}

/**
 * Reads where a session has arrived. Throws UserError when the database cannot be migrated: a server older
 * than 15, a replica, a database without the platform, a user who may not create objects in it.
 */
export async function readTarget(db: Queryable, schemas: readonly string[]): Promise<Target> {
  const [row] = await db.query(sql`
    select
      pg_catalog.current_database()::text as database,
      current_user::text as "user",
      pg_catalog.current_setting('server_version_num')::integer as "serverVersion",
      pg_catalog.pg_is_in_recovery() as replica,
      pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create') as "mayCreate",
      array(
        select n.nspname::text
        from pg_catalog.pg_namespace as n
        where
          n.nspname = any(${schemas})
          and not pg_catalog.has_schema_privilege(n.oid, 'create')
        order by 1
      ) as closed
  `)
  const { database, user, serverVersion } = row
  if (serverVersion < 150_000) {
    throw new UserError(
      `${database}: the server is PostgreSQL ${String(Math.floor(serverVersion / 10_000))}; 15 or newer is needed.`,
    )
  }
  if (row.replica === true) {
    throw new UserError(
      `${database}: the server is a replica, which takes no changes. Use the primary's URL.`,
    )
  }
  if (row.mayCreate !== true || row.closed.length > 0) {
    const where =
      row.mayCreate === true ? `schema ${row.closed.join(', ')}` : `database ${database}`
    throw new UserError(
      `user ${user} may not create objects in ${where}. Migrations run as the owner, postgres: check the URL.`,
    )
  }
  return { database, user, serverVersion }
}

/**
 * Brings a session back to how it started: a migration's `set` must not leak into the next one
 * (the Supabase CLI does the same before each file).
 */
export async function resetSession(db: Queryable): Promise<void> {
  await sendText(db, 'reset session authorization; reset all')
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
      pg_catalog.set_config('idle_in_transaction_session_timeout', ${String(idle)}, true)
  `)
}
