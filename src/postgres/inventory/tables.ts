import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Tables and views, with their owner, options, and the replica identity of a table. */
export const tables: Section = {
  name: 'tables',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
        pg_catalog.concat_ws(
          ', ',
          pg_catalog.format(
            '%s owned by %I',
            case c.relkind when 'v' then 'view' when 'm' then 'materialised view' when 'f' then 'foreign table' else 'table' end,
            pg_catalog.pg_get_userbyid(c.relowner)
          ),
          case c.relreplident when 'f' then 'replica identity full' when 'i' then 'replica identity by an index' when 'n' then
            case when c.relkind in ('r', 'p') then 'replica identity nothing' end
          end,
          nullif(pg_catalog.array_to_string(c.reloptions, ', '), '')
        ) as detail
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where
        n.nspname = any(${schemas})
        and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and not exists (
          select 1
          from pg_catalog.pg_depend as d
          where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
        )
      order by object
    `),
}
