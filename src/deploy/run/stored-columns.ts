import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'

/** One column that stores values, known by number, so that a rename is not taken for a loss. */
export interface StoredColumn {
  readonly tableId: number
  readonly schema: string
  readonly table: string
  readonly columnNumber: number
  readonly column: string
  /** The number of the type, and its modifier: what a retyped column is known by, whatever the type is called. */
  readonly type: string
}

/**
 * Reads every stored column of every table, PostgreSQL's own and temporary tables left out. Generated
 * columns are computed again by the migration: they hold nothing to lose.
 */
export async function readStoredColumns(db: Queryable): Promise<StoredColumn[]> {
  return db.query(sql`
    select
      c.oid::bigint as "tableId",
      n.nspname::text as schema,
      c.relname::text as table,
      a.attnum::integer as "columnNumber",
      a.attname::text as column,
      pg_catalog.format('%s %s', a.atttypid, a.atttypmod) as type
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where
      c.relkind in ('r', 'p')
      and c.relpersistence <> 't'
      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and a.attnum > 0
      and not a.attisdropped
      and a.attgenerated = ''
    order by schema, "table", "columnNumber"
  `)
}

/** What the running transaction has done so far to the rows of one table. */
export interface RowWork {
  readonly tableId: number
  readonly schema: string
  readonly table: string
  readonly inserted: number
  readonly deleted: number
  readonly updated: number
  /** Truncating a table gives it a new file, unless it has one of this transaction; so does rewriting it. */
  readonly file: number | null
  /** The size of the file, in bytes. */
  readonly size: number
}

/**
 * Reads what the running transaction has done to rows of tables, temporary ones left out (manual, The Cumulative
 * Statistics System). The counts may go on from those of transactions before it.
 */
export async function readRowWork(db: Queryable): Promise<RowWork[]> {
  return db.query(sql`
    select
      s.relid::bigint as "tableId",
      s.schemaname::text as schema,
      s.relname::text as table,
      s.n_tup_ins as inserted,
      s.n_tup_del as deleted,
      s.n_tup_upd as updated,
      pg_catalog.pg_relation_filenode(s.relid)::bigint as file,
      pg_catalog.pg_relation_size(s.relid) as size
    from pg_catalog.pg_stat_xact_user_tables as s
    join pg_catalog.pg_class as c on c.oid = s.relid
    where
      c.relkind in ('r', 'p')
      and c.relpersistence <> 't'
    order by schema, "table"
  `)
}
