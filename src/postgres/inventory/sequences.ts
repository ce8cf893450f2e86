import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Sequences, those of identity columns too, with how they count. */
export const sequences: Section = {
  name: 'sequences',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
        pg_catalog.concat_ws(
          ' ',
          pg_catalog.format_type(s.seqtypid, null),
          pg_catalog.format('from %s by %s in %s to %s', s.seqstart, s.seqincrement, s.seqmin, s.seqmax),
          case when s.seqcycle then 'cycle' end
        ) as detail
      from pg_catalog.pg_sequence as s
      join pg_catalog.pg_class as c on c.oid = s.seqrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where n.nspname = any(${schemas})
      order by object
    `),
}
