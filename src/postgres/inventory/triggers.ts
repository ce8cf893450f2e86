import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Triggers on the tables, and those on other schemas' tables that call a function of ours. */
export const triggers: Section = {
  name: 'triggers',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I.%I', n.nspname, c.relname, t.tgname) as object,
        pg_catalog.concat_ws(
          ' ',
          pg_catalog.pg_get_triggerdef(t.oid),
          case t.tgenabled when 'D' then '(disabled)' when 'R' then '(replica)' when 'A' then '(always)' end
        ) as detail
      from pg_catalog.pg_trigger as t
      join pg_catalog.pg_class as c on c.oid = t.tgrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_proc as p on p.oid = t.tgfoid
      join pg_catalog.pg_namespace as pn on pn.oid = p.pronamespace
      where
        not t.tgisinternal
        and (n.nspname = any(${schemas}) or pn.nspname = any(${schemas}))
      order by object
    `),
}
