import { createHash } from 'node:crypto'
import type { Migration } from '../../files/migrations.ts'
import { UserError } from '../../errors.ts'
import { isSQLError, sql } from '../../postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../postgres/connect.ts'
import type { Journal } from './journal.ts'
import { readJournalState } from './journal-tables.ts'

/** What the journal has of one applied migration. Hashes are SHA-256 of the text in UTF-8, as hexadecimal digits. */
export interface JournaledFile {
  readonly version: string
  readonly name: string
  /** The text of its file; null where the journal has none, or it was not asked for. */
  readonly up: string | null
  readonly upHash: string
  /** The text of the down file; null where the migration had none. */
  readonly down: string | null
  readonly downHash: string | null
}

/**
 * The rows of the journal in order of their versions; none where there is no journal of ours. Texts of migrations that
 * are here are not read.
 */
export async function readJournaledFiles(
  db: Queryable,
  here: readonly Migration[] = [],
): Promise<JournaledFile[]> {
  const state = await readJournalState(db)
  if (state.kind !== 'ready') return []
  const known = here.map(({ file, text }) => `${file} ${hashOf(text)}`)
  const up = state.hasTexts
    ? sql`case when version || '_' || name || '.sql ' || up_hash = any(${known}) then null else up end`
    : sql`null::text`
  return db.query(sql`
    select version, name, ${up} as up, up_hash as "upHash", down, down_hash as "downHash"
    from schema_journal.files
    order by version collate "C"
  `)
}

/** Keeps the texts of migrations where the journal has none of them, or another one than it recorded. */
export async function recordTexts(
  { session, keepsTexts }: Pick<Journal, 'session' | 'keepsTexts'>,
  migrations: readonly Migration[],
): Promise<void> {
  if (!keepsTexts) return
  const rows = await session.query(sql`
    select up_hash as "upHash"
    from schema_journal.files
    where
      up is null
      or up_hash <> pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(up, 'UTF8')), 'hex')
  `)
  const lacking = new Set(rows.map(({ upHash }) => String(upHash)))
  for (const { version, text } of migrations) {
    const hash = hashOf(text)
    if (!lacking.has(hash)) continue
    await session.query(sql`
      update schema_journal.files set up = ${text} where version = ${version} and up_hash = ${hash}
    `)
  }
}

/** Keeps a migration and how it is rolled back, in the transaction that applies it. */
export async function recordFile(
  db: Queryable,
  { isOpen, keepsTexts }: Pick<Journal, 'isOpen' | 'keepsTexts'>,
  { version, name, path, text, down }: Migration,
): Promise<void> {
  if (!isOpen) return
  const row = sql`
    insert into schema_journal.files (version, name, ${keepsTexts ? sql`up,` : sql``} up_hash, down, down_hash)
    values (
      ${version},
      ${name},
      ${keepsTexts ? sql`${text},` : sql``}
      ${hashOf(text)},
      ${down?.text ?? null},
      ${down === undefined ? null : hashOf(down.text)}
    )
    on conflict (version) do update set
      name = excluded.name,
      ${keepsTexts ? sql`up = excluded.up,` : sql``}
      up_hash = excluded.up_hash,
      down = excluded.down,
      down_hash = excluded.down_hash,
      recorded_at = excluded.recorded_at
  `
  await write(db, row, path)
}

/** Removes what was kept of a version, in the transaction that rolls it back. */
export async function forgetFile(
  db: Queryable,
  { isOpen }: Pick<Journal, 'isOpen'>,
  { version, path, down }: Pick<Migration, 'version' | 'path' | 'down'>,
): Promise<void> {
  if (!isOpen) return
  const row = sql`delete from schema_journal.files where version = ${version}`
  await write(db, row, down?.path ?? path)
}

/** Removes what was kept of versions that another tool rolled back. */
export async function forgetVersions(db: Queryable, versions: readonly string[]): Promise<void> {
  await db.query(sql`delete from schema_journal.files where version = any(${versions})`)
}

/** Throws UserError where the file that ran has removed the journal. */
async function write(db: Queryable, query: SQLQuery, path: string): Promise<void> {
  try {
    await db.query(query)
  } catch (error) {
    const isGone = isSQLError(error) && goneCodes.has(error.code)
    if (!isGone) throw error
    throw lostJournal(path, error)
  }
}

/** Throws UserError where a statement has removed the journal, in its transaction. */
export async function refuseLostJournal(
  db: Queryable,
  { isOpen }: Pick<Journal, 'isOpen'>,
  path: string,
): Promise<void> {
  if (isOpen && (await readJournalState(db)).kind === 'absent') throw lostJournal(path, undefined)
}

function lostJournal(path: string, cause: unknown): UserError {
  return new UserError(
    `${path}: removes the journal of migrations (schema_journal), which no migration may touch. The file was rolled back.`,
    { cause },
  )
}

/** PostgreSQL's codes for a schema, a table and a column that are not there. */
const goneCodes: ReadonlySet<string> = new Set(['3F000', '42P01', '42703'])

/** The SHA-256 of a file's text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
