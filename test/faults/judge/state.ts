import { ownSchemas } from '../../../src/files/own-schemas.ts'
import { readDigestWithin } from '../../../src/observer/sight/digest.ts'
import { sendText, sql } from '../../../src/postgres/connect.ts'
import type { Queryable, SQLQuery, Transaction } from '../../../src/postgres/connect.ts'
import type { Look } from '../verbs/verb-course.ts'

/** All of a database that a verb may change, as values to be compared. */
export interface State {
  /** What the observer sees, by catalog. */
  readonly catalog: Readonly<Record<string, string>>
  /** How many rows each table has, and what they come to. */
  readonly rows: Readonly<Record<string, string>>
  /** Atlas's history, without times. */
  readonly atlas: readonly string[]
  /** The Supabase CLI's. */
  readonly supabase: readonly string[]
  /** Which files can be taken back, with what. */
  readonly journal: readonly string[]
  /** What the journal tells of runs, oldest first. */
  readonly events: readonly JournaledRun[]
  /** What the archive holds, and what of it was put back. */
  readonly archive: readonly string[]
  /** Indexes that a build has left unusable. */
  readonly invalid: readonly string[]
}

/** A run of one file, as the journal has it. */
export interface JournaledRun {
  readonly id: number
  readonly verb: string
  readonly version: string
  /** Null where it did not end. */
  readonly outcome: string | null
  /** Whether its end and how long it took are there, or neither is, and it did not end before it began. */
  readonly isWhole: boolean
}

/** Looks at a database as its superuser; `look` sums up tables whose rows differ from run to run. */
export async function readState(db: Queryable, look?: Look): Promise<State> {
  const state = await db.tx(async (tx) => {
    await sendText(tx, 'set transaction isolation level repeatable read read only')
    return readStateWithin(tx)
  })
  return look === undefined ? state : { ...state, rows: { ...state.rows, ...(await look(db)) } }
}

/** The same in a transaction of the caller's: what it has done is seen. */
export async function readStateWithin(tx: Transaction): Promise<State> {
  const rows = await readRows(tx)
  const histories = await readHistories(tx)
  const archive = await readArchive(tx)
  const invalid = await readTexts(tx, invalidIndexes)
  // Last: it sets how values are printed.
  const { sums } = await readDigestWithin(tx, { portable: false, ignoreSchemas: ownSchemas })
  return { catalog: sums, rows, ...histories, archive, invalid }
}

async function readRows(tx: Transaction): Promise<Record<string, string>> {
  const tables = await readTexts(
    tx,
    sql`
      select pg_catalog.format('%I.%I', n.nspname, c.relname) as text
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'private', 'auth')
      order by text
    `,
  )
  const entries: (readonly [string, string])[] = []
  for (const table of tables) {
    entries.push([table, await sumRows(tx, table)])
  }
  return Object.fromEntries(entries)
}

/** How many rows a table has, and what they come to. */
async function sumRows(tx: Transaction, table: string): Promise<string> {
  const [row] = await tx.query(sql`
    select
      pg_catalog.concat(
        count(*),
        ' ',
        sum(pg_catalog.hashtextextended(pg_catalog.row_to_json(t)::text, 0))
      ) as sum
    from ${sql.__dangerous__rawValue(table)} as t
  `)
  return String(row.sum)
}

async function readHistories(
  tx: Transaction,
): Promise<Pick<State, 'atlas' | 'supabase' | 'journal' | 'events'>> {
  const [there] = await tx.query(sql`
    select
      pg_catalog.to_regclass('atlas_schema_revisions.atlas_schema_revisions') is not null as atlas,
      pg_catalog.to_regclass('supabase_migrations.schema_migrations') is not null as supabase,
      pg_catalog.to_regclass('schema_journal.files') is not null as journal,
      pg_catalog.to_regclass('schema_journal.backfills') is not null as positions
  `)
  const positions = there.positions === true ? await readTexts(tx, positionRows) : []
  return {
    atlas: there.atlas === true ? await readTexts(tx, atlasRows) : [],
    supabase: there.supabase === true ? await readTexts(tx, supabaseRows) : [],
    journal: [...(there.journal === true ? await readTexts(tx, journalRows) : []), ...positions],
    events: there.journal === true ? await tx.query(runs) : [],
  }
}

const atlasRows = sql`
  select
    pg_catalog.concat_ws(
      ' ',
      version,
      description,
      type,
      pg_catalog.concat(applied, '/', total),
      coalesce(nullif(error, ''), 'no error'),
      hash
    ) as text
  from atlas_schema_revisions.atlas_schema_revisions
  where version not like '.%'
  order by version collate "C"
`

const supabaseRows = sql`
  select pg_catalog.concat_ws(' ', version, name, pg_catalog.md5(statements::text)) as text
  from supabase_migrations.schema_migrations
  order by version collate "C"
`

const journalRows = sql`
  select pg_catalog.concat_ws(' ', version, name, up_hash, pg_catalog.md5(up), down_hash, pg_catalog.md5(down)) as text
  from schema_journal.files
  order by version collate "C"
`

/** How far data steps are: nothing is left of it when they are done. */
const positionRows = sql`
  select pg_catalog.concat_ws(' ', 'position of', file, statement) as text
  from schema_journal.backfills
  order by text
`

const runs = sql`
  select
    id::float8 as id,
    verb,
    version,
    outcome,
    (
      (ended_at is null) = (outcome is null)
      and (milliseconds is null) = (outcome is null)
      and coalesce(ended_at >= started_at and milliseconds >= 0, true)
    ) as "isWhole"
  from schema_journal.events as e
  order by e.id
`

async function readArchive(tx: Transaction): Promise<string[]> {
  const [there] = await tx.query(
    sql`select pg_catalog.to_regclass('archive.items') is not null as archive`,
  )
  if (there.archive !== true) return []
  const items: readonly { readonly text: string; readonly store: string }[] = await tx.query(sql`
    select
      pg_catalog.concat_ws(' ', version, kind, schema_name, table_name, column_name, put_back_at is not null) as text,
      pg_catalog.format('archive.%I', store) as store
    from archive.items
  `)
  const found = items.map(async ({ text, store }) => `${text} ${await sumRows(tx, store)}`)
  return (await Promise.all(found)).toSorted()
}

const invalidIndexes = sql`
  select i.indexrelid::pg_catalog.regclass::text as text
  from pg_catalog.pg_index as i
  where not i.indisvalid or not i.indisready
  order by text
`

async function readTexts(tx: Transaction, query: SQLQuery): Promise<string[]> {
  const rows: readonly { readonly text: string }[] = await tx.query(query)
  return rows.map(({ text }) => text)
}

/** The newest version that Atlas's history has; `none` without any. */
export function versionOf({ atlas }: State): string {
  return atlas.at(-1)?.split(' ')[0] ?? 'none'
}
