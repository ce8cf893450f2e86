import { journalSchema } from '../../files/own-schemas.ts'
import { sql } from '../../postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../postgres/connect.ts'
import { revokeFromOthers } from '../session/revoke-from-others.ts'

/** Whether the journal can be written in a database; `absent`: it is not there and can be created. */
export type JournalState =
  | ReadyJournal
  | { readonly kind: 'absent' }
  | { readonly kind: 'closed'; readonly why: string }

/** A journal that is there, which an older version of this tool may have made. */
export interface ReadyJournal {
  readonly kind: 'ready'
  /** Whether it has a column for the texts of migrations. */
  readonly hasTexts: boolean
  /** Who else than the owner may read that. */
  readonly readers: readonly string[]
}

/**
 * Reads whether the journal is there and ours. It is only trusted where its owner is a role whose rights we have: down
 * files are read from it, and what they say is run.
 */
export async function readJournalState(db: Queryable): Promise<JournalState> {
  const parts: readonly Part[] = await db.query(sql`
    select
      null as table,
      pg_catalog.pg_get_userbyid(n.nspowner)::text as owner,
      pg_catalog.pg_has_role(n.nspowner, 'usage') as "isOurs",
      '{}'::text[] as columns,
      '{}'::text[] as writers,
      '{}'::text[] as readers
    from pg_catalog.pg_namespace as n
    where n.nspname = ${journalSchema}
    union all
    select
      c.relname::text,
      pg_catalog.pg_get_userbyid(c.relowner)::text,
      pg_catalog.pg_has_role(c.relowner, 'usage'),
      array(
        select a.attname::text
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      ),
      ${othersWith(sql`'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'`, sql`true`)},
      ${othersWith(sql`'SELECT'`, sql`a.attname = 'up'`)}
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = ${journalSchema} and c.relname in ('files', 'events')
    order by "table" nulls first
  `)
  return parts.length === 0 ? readRoom(db) : decideState(parts)
}

/** Who else than the owner of the relation `c` has one of these rights on it, or on one of these of its columns `a`. */
function othersWith(privileges: SQLQuery, columns: SQLQuery): SQLQuery {
  return sql`
    array(
      select distinct case when g.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(g.grantee)::text end
      from (
        select c.relacl as acl
        union all
        select a.attacl
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and not a.attisdropped and ${columns}
      ) as granted
      cross join lateral pg_catalog.aclexplode(granted.acl) as g
      where g.grantee <> c.relowner and g.privilege_type in (${privileges})
      order by 1
    )
  `
}

/** The schema, whose `table` is null, or a table of it. */
interface Part {
  readonly table: string | null
  readonly owner: string
  readonly isOurs: boolean
  readonly columns: readonly string[]
  /** Who else may write to the table. */
  readonly writers: readonly string[]
  /** Who else may read the texts of migrations, or all of the table. */
  readonly readers: readonly string[]
}

async function readRoom(db: Queryable): Promise<JournalState> {
  const [{ user, mayCreate }] = await db.query(sql`
    select
      current_user::text as "user",
      pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create') as "mayCreate"
  `)
  return mayCreate === true
    ? { kind: 'absent' }
    : { kind: 'closed', why: `user ${String(user)} may not create schema ${journalSchema}` }
}

function decideState(parts: readonly Part[]): JournalState {
  const tables = parts.filter(({ table }) => table !== null)
  const other = parts.find(({ isOurs }) => !isOurs)
  if (other !== undefined)
    return { kind: 'closed', why: `schema ${journalSchema} belongs to ${other.owner}` }
  const others = [...new Set(tables.flatMap((table) => table.writers))]
  if (others.length > 0) {
    const why = `${others.join(', ')} may write to schema ${journalSchema}, where down files are read: revoke that`
    return { kind: 'closed', why }
  }
  if (tables.length === 0) return { kind: 'absent' }
  const isWhole = Object.entries(columnsOf).every(([name, columns]) => {
    const there = new Set(tables.find(({ table }) => table === name)?.columns)
    return columns.every((column) => there.has(column))
  })
  if (isWhole) {
    const files = tables.find(({ table }) => table === 'files')
    const hasTexts = files?.columns.includes('up') === true
    return { kind: 'ready', hasTexts, readers: files?.readers ?? [] }
  }
  const why = `the tables of schema ${journalSchema} have not the form that this tool gives them`
  return { kind: 'closed', why }
}

/** Without `up`, which journals of older versions lack. */
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  files: 'version name up_hash down down_hash recorded_at'.split(' '),
  events:
    'id verb version who from_host git_commit seal started_at ended_at milliseconds outcome'.split(
      ' ',
    ),
}

/** Adds what a journal of an older version lacks. */
export async function addTexts(db: Queryable): Promise<void> {
  await db.query([sql`alter table schema_journal.files add column up text`, commentOnFiles])
}

/** Creates the journal's schema and tables, which nobody but their owner may use. */
export async function createJournal(db: Queryable): Promise<void> {
  await db.query([...definitions])
  await revokeFromOthers(db, journalSchema)
}

const commentOnFiles = sql`comment on table schema_journal.files is 'A row for each applied migration: its file and its down file, with their hashes.'`

const definitions: readonly SQLQuery[] = [
  sql`create schema if not exists schema_journal`,
  sql`
    create table schema_journal.files (
      version text not null,
      name text not null,
      up text,
      up_hash text not null,
      down text,
      down_hash text,
      recorded_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
      constraint files_pkey primary key (version)
    )
  `,
  sql`
    create table schema_journal.events (
      id bigint generated always as identity,
      verb text not null,
      version text not null,
      who text not null,
      from_host text,
      git_commit text,
      seal text,
      started_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
      ended_at timestamp with time zone,
      milliseconds bigint,
      outcome text,
      constraint events_pkey primary key (id)
    )
  `,
  sql`comment on schema schema_journal is 'Which migrations were run, by whom, and how each is rolled back.'`,
  commentOnFiles,
  sql`comment on table schema_journal.events is 'A row for each run of a migration. One without an outcome did not end, or runs.'`,
]
