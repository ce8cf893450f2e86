import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** The tables that publications send to subscribers. */
export const publications: Section = {
  name: 'publications',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I: %I.%I', t.pubname, t.schemaname, t.tablename) as object,
        pg_catalog.concat_ws(
          ' ',
          'columns',
          pg_catalog.array_to_string(t.attnames, ', '),
          'where ' || t.rowfilter
        ) as detail
      from pg_catalog.pg_publication_tables as t
      where t.schemaname = any(${schemas})
      order by object
    `),
}
