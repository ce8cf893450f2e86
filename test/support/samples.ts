import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadProject } from '../../src/files/project.ts'
import { SQLErrorCode, isSQLError, sendText, sql } from '../../src/postgres/connect.ts'
import type { Queryable } from '../../src/postgres/connect.ts'
import { quoteName } from '../../src/sql/quote.ts'

/**
 * Loads the sample rows of every table that is there; answers the tables that got rows. Files wait for each other
 * by trying again: a foreign key says which comes first.
 */
export async function loadSamples(db: Queryable): Promise<string[]> {
  const { folders } = await loadProject(import.meta.dirname)
  const names = (await readdir(folders.samples)).filter((name) => name.endsWith('.sql')).toSorted()
  const tables = names.map((name) => name.slice(0, -'.sql'.length))
  let waiting = await whichExist(db, tables)
  const loaded: string[] = []
  while (waiting.length > 0) {
    const left: string[] = []
    for (const table of waiting) {
      const text = await readFile(join(folders.samples, `${table}.sql`), 'utf8')
      if (await tryText(db, text)) loaded.push(table)
      else left.push(table)
    }
    if (left.length === waiting.length)
      throw new Error(`samples that do not load: ${left.join(', ')}`)
    waiting = left
  }
  return loaded.toSorted()
}

/** The columns of a table that store values, to be digested before and after a step. */
export async function readColumns(db: Queryable, table: string): Promise<string[]> {
  const rows: { readonly name: string }[] = await db.query(sql`
    select a.attname::text as name
    from pg_catalog.pg_attribute as a
    where
      a.attrelid = ${qualified(table)}::pg_catalog.regclass
      and a.attnum > 0
      and not a.attisdropped
    order by name
  `)
  return rows.map(({ name }) => name)
}

/** A digest of the given columns of all rows of a table, whatever their order, and how many there are. */
export async function digestRows(
  db: Queryable,
  table: string,
  columns: readonly string[],
): Promise<unknown> {
  const list = columns.map((name) => `t.${quoteName(name)}`).join(', ')
  const [row] = await db.query(sql`
    select
      count(*)::integer as count,
      pg_catalog.md5(coalesce(pg_catalog.string_agg(line, '|' order by line collate "C"), '')) as digest
    from (
      select row(${sql.__dangerous__rawValue(list)})::text as line
      from ${sql.__dangerous__rawValue(qualified(table))} as t
    ) as lines
  `)
  return row
}

async function whichExist(db: Queryable, tables: readonly string[]): Promise<string[]> {
  const rows: { readonly table: string }[] = await db.query(sql`
    select t.name as table
    from unnest(${tables}::text[], ${tables.map(qualified)}::text[]) as t (name, qualified)
    where pg_catalog.to_regclass(t.qualified) is not null
    order by 1
  `)
  return rows.map(({ table }) => table)
}

async function tryText(db: Queryable, text: string): Promise<boolean> {
  try {
    await db.tx(async (tx) => sendText(tx, text))
    return true
  } catch (error) {
    if (isSQLError(error) && error.code === SQLErrorCode.FOREIGN_KEY_VIOLATION) return false
    throw error
  }
}

/** A sample file is named as the schema files are: the schema in front unless it is public. */
function qualified(table: string): string {
  return table.includes('.') ? table : `public.${table}`
}
