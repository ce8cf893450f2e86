import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Whether row security is on, a table. */
export const rowSecurity: Section = {
  name: 'row security',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
        case
          when c.relrowsecurity and c.relforcerowsecurity then 'on, for the owner too'
          when c.relrowsecurity then 'on'
          else 'off'
        end as detail
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where
        n.nspname = any(${schemas})
        and c.relkind in ('r', 'p')
      order by object
    `),
}
