import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Indexes, with their definition and whether they can be used. */
export const indexes: Section = {
  name: 'indexes',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
        pg_catalog.concat_ws(
          ' ',
          pg_catalog.pg_get_indexdef(i.indexrelid),
          case when not i.indisvalid then '(invalid)' end
        ) as detail
      from pg_catalog.pg_index as i
      join pg_catalog.pg_class as c on c.oid = i.indexrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where n.nspname = any(${schemas})
      order by object
    `),
}
