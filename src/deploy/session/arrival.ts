import { UserError } from '../../errors.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'

/** Where a session has arrived, as far as it decides whether migrations can run there. */
export interface Arrival {
  readonly database: string
  readonly user: string
  /** As PostgreSQL counts: 170010 is 17.10. */
  readonly serverVersion: number
  readonly replica: boolean
  readonly readOnly: boolean
  /** Whether the user may create schemas, or needs none for a history. */
  readonly mayCreate: boolean
  /** The schemas of ours that are there and in which the user may not create objects. */
  readonly closed: readonly string[]
}

/** Reads where a session has arrived; `schemas` are those that the migrations bring objects to. */
export async function readArrival(db: Queryable, schemas: readonly string[]): Promise<Arrival> {
  const [row] = await db.query(sql`
    select
      pg_catalog.current_database()::text as database,
      current_user::text as "user",
      pg_catalog.current_setting('server_version_num')::integer as "serverVersion",
      pg_catalog.pg_is_in_recovery() as replica,
      pg_catalog.current_setting('transaction_read_only') = 'on' as "readOnly",
      (
        pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')
        or exists (
          select 1
          from pg_catalog.pg_class as c
          join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
          where n.nspname = 'atlas_schema_revisions' and c.relname = 'atlas_schema_revisions'
        )
      ) as "mayCreate",
      array(
        select n.nspname::text
        from pg_catalog.pg_namespace as n
        where
          n.nspname = any(${schemas})
          and not pg_catalog.has_schema_privilege(n.oid, 'create')
        order by 1
      ) as closed
  `)
  return row
}

/**
 * Throws UserError when the database cannot be migrated: a server older than 15, a replica, a database that is
 * read-only, a user who may not create objects in it.
 */
export function refuseUnfit({ database, user, ...arrival }: Arrival): void {
  if (arrival.serverVersion < 150_000) {
    throw new UserError(
      `${database}: the server is PostgreSQL ${String(Math.floor(arrival.serverVersion / 10_000))}; 15 or newer is needed.`,
    )
  }
  if (arrival.replica) {
    throw new UserError(
      `${database}: the server is a replica, which is read-only. Use the primary's URL.`,
    )
  }
  if (arrival.readOnly) {
    throw new UserError(
      `${database}: the database is read-only for this user (default_transaction_read_only is on). ` +
        'Supabase does that to a project whose disk is full: free some space there, or reset the setting.',
    )
  }
  if (arrival.mayCreate && arrival.closed.length === 0) return
  const where = arrival.mayCreate ? `schema ${arrival.closed.join(', ')}` : `database ${database}`
  throw new UserError(
    `user ${user} may not create objects in ${where}. Migrations run as the owner, postgres: check the URL.`,
  )
}
