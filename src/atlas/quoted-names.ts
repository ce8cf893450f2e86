import { sql, withDatabase } from '../postgres/connect.ts'
import { quoteQualified } from '../sql/quote.ts'
import type { TableName } from './other-tables.ts'

/**
 * The first name with a double quote on a table, or on one that it refers to; undefined when there is none. Atlas
 * does not escape quotes in names, so a name could inject a statement.
 */
export async function readQuotedName(
  url: string,
  tables: readonly TableName[],
): Promise<string | undefined> {
  const asked = tables.map(({ schema, name }) => quoteQualified(schema, name))
  const rows: { readonly name: string }[] = await withDatabase(url, (db) =>
    db.query(sql`
      with asked as (
        select pg_catalog.to_regclass(t.name)::oid as oid
        from unnest(${asked}::text[]) as t (name)
      ),
      near as (
        select asked.oid from asked
        union
        select k.confrelid from asked join pg_catalog.pg_constraint as k on k.conrelid = asked.oid
      ),
      names as (
        select c.relname as name from near join pg_catalog.pg_class as c on c.oid = near.oid
        union
        select a.attname from near join pg_catalog.pg_attribute as a on a.attrelid = near.oid
        union
        select k.conname from near join pg_catalog.pg_constraint as k on k.conrelid = near.oid
        union
        select c.relname
        from near
        join pg_catalog.pg_index as i on i.indrelid = near.oid
        join pg_catalog.pg_class as c on c.oid = i.indexrelid
      )
      select names.name::text as name
      from names
      where strpos(names.name::text, '"') > 0
      order by name
      limit 1
    `),
  )
  return rows[0]?.name
}
