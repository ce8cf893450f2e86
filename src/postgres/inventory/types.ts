import { sql } from '../connect.ts'
import type { Section } from './section.ts'

const labels = sql`
  select pg_catalog.string_agg(e.enumlabel, ', ' order by e.enumsortorder)
  from pg_catalog.pg_enum as e
  where e.enumtypid = t.oid
`

const attributes = sql`
  select pg_catalog.string_agg(pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
  from pg_catalog.pg_attribute as a
  where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
`

const subtype = sql`
  select pg_catalog.format_type(r.rngsubtype, null)
  from pg_catalog.pg_range as r
  where r.rngtypid = t.oid
`

/** Enums with their labels in order, domains, composite types and ranges. Checks of domains are told with the constraints. */
export const types: Section = {
  name: 'types',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I', n.nspname, t.typname) as object,
        case t.typtype
          when 'e' then pg_catalog.concat('enum: ', (${labels}))
          when 'c' then pg_catalog.concat('composite: ', (${attributes}))
          when 'r' then pg_catalog.concat('range: ', (${subtype}))
          else pg_catalog.concat_ws(
            ' ',
            'domain:',
            pg_catalog.format_type(t.typbasetype, t.typtypmod),
            case when t.typnotnull then 'not null' end,
            'default ' || t.typdefault
          )
        end as detail
      from pg_catalog.pg_type as t
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      left join pg_catalog.pg_class as c on c.oid = t.typrelid
      where
        n.nspname = any(${schemas})
        and t.typtype in ('e', 'd', 'c', 'r')
        -- each table brings a type of its rows
        and coalesce(c.relkind, 'c') = 'c'
        and not exists (
          select 1
          from pg_catalog.pg_depend as d
          where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = t.oid and d.deptype = 'e'
        )
      order by object
    `),
}
