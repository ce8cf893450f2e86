import { UserError } from '../../errors.ts'
import { archiveSchema } from '../../files/own-schemas.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { revokeFromOthers } from '../session/revoke-from-others.ts'
import type { Kept } from '../questions/question.ts'

/** What the archive of a database holds of one table or column. */
export interface ArchivedItem extends Kept {
  readonly id: number
  /** The migration whose rollback lost it, and whose next run puts it back. */
  readonly version: string
  /** Its name: another branch may have another migration of that version. */
  readonly name: string
  /** The table in schema archive: every value as text, so that nothing depends on types. */
  readonly store: string
  /** Of rows their columns; of values the columns of the key. */
  readonly columns: readonly string[]
  readonly sequences: readonly SequencePosition[]
}

/** How far the sequence of a column was. */
export interface SequencePosition {
  readonly column: string
  /** As text: larger than a double may be. */
  readonly last: string
  readonly called: boolean
}

/**
 * Whether a database has an archive. Throws UserError for one that another role owns: what is put back is read from it.
 */
export async function hasArchive(db: Queryable): Promise<boolean> {
  const [row] = await db.query(sql`
    select
      pg_catalog.to_regclass('archive.items') is not null as "isThere",
      not coalesce(
        (
          select pg_catalog.pg_has_role(n.nspowner, 'usage')
          from pg_catalog.pg_namespace as n
          where n.nspname = ${archiveSchema}
        ),
        true
      ) as "isForeign"
  `)
  if (row.isForeign === true) {
    throw new UserError(
      `schema ${archiveSchema} belongs to another role, so nothing is read from it. Rename it, or have it given to the user of the URL.`,
    )
  }
  return row.isThere === true
}

/** What waits in the archive to be put back, newest first: what was dropped last comes back first. */
export async function readArchived(db: Queryable): Promise<ArchivedItem[]> {
  if (!(await hasArchive(db))) return []
  return db.query(sql`
    select
      i.id::integer as id,
      i.version,
      i.name,
      i.kind,
      i.schema_name as schema,
      i.table_name as table,
      i.column_name as column,
      i.store,
      i.columns,
      i.sequences
    from archive.items as i
    where i.put_back_at is null
    order by i.id desc
  `)
}

/** Creates the archive where it is absent; nobody but its owner may use it. */
export async function openArchive(db: Queryable): Promise<void> {
  if (await hasArchive(db)) return
  await db.query([
    sql`create schema if not exists archive`,
    sql`
      create table archive.items (
        id bigint generated always as identity,
        version text not null,
        name text not null,
        kind text not null,
        schema_name text not null,
        table_name text not null,
        column_name text,
        store text not null,
        columns text[] not null,
        sequences jsonb not null,
        kept_at timestamptz not null default now(),
        put_back_at timestamptz,
        constraint items_pkey primary key (id),
        constraint items_store_key unique (store)
      )
    `,
  ])
  await revokeFromOthers(db, archiveSchema)
}
