import { sql } from '../../../postgres/connect.ts'
import type { Queryable } from '../../../postgres/connect.ts'
import type { TableFact } from './database-facts.ts'

/** Of the table c. */
const columns = sql`
  coalesce(
        (
          select
            pg_catalog.json_agg(
              pg_catalog.json_build_object(
                'number', a.attnum,
                'name', a.attname,
                'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                'typeId', a.atttypid::bigint,
                'generated', a.attgenerated <> '',
                'notNull', a.attnotnull
              )
              order by a.attnum
            )
          from pg_catalog.pg_attribute as a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        ),
        '[]'
      )
`

/** The columns of the primary key of c. */
const key = sql`
  array(
        select a.attname::text
        from pg_catalog.pg_constraint as k
        join lateral pg_catalog.unnest(k.conkey) with ordinality as u (number, place) on true
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = u.number
        where k.conrelid = c.oid and k.contype = 'p'
        order by u.place
      )
`

/** The columns that the rows of c are split by; an expression has no name. */
const partitionKey = sql`
  case
        when p.partrelid is null then array[]::text[]
        else array(
          select coalesce(a.attname::text, '')
          from pg_catalog.unnest(p.partattrs::smallint[]) with ordinality as u (number, place)
          left join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = u.number and u.number > 0
          order by u.place
        )
      end
`

/** Reads every table and view that is not PostgreSQL's, with its columns. */
export async function readTableFacts(db: Queryable): Promise<TableFact[]> {
  return db.query(sql`
    select
      c.oid::bigint as id,
      n.nspname::text as schema,
      c.relname::text as name,
      case c.relkind
        when 'r' then 'table'
        when 'p' then 'partitioned table'
        when 'f' then 'foreign table'
        when 'v' then 'view'
        else 'materialized view'
      end as kind,
      nullif(c.reltuples, -1)::bigint as rows,
      (
        exists (select from pg_catalog.pg_trigger as g where g.tgrelid = c.oid and not g.tgisinternal and g.tgenabled <> 'D')
        or exists (select from pg_catalog.pg_rewrite as w where w.ev_class = c.oid and w.ev_type <> '1')
      ) as triggers,
      pg_catalog.to_json(array(select i.inhparent::bigint from pg_catalog.pg_inherits as i where i.inhrelid = c.oid order by i.inhseqno)) as parents,
      ${columns} as columns,
      ${key} as key,
      coalesce(p.partstrat::text, '') as strategy,
      ${partitionKey} as "partitionKey",
      nullif(p.partdefid, 0)::bigint as "defaultPartition",
      pg_catalog.pg_get_userbyid(c.relowner)::text as owner
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_partitioned_table as p on p.partrelid = c.oid
    where
      c.relkind in ('r', 'p', 'f', 'v', 'm')
      and c.relpersistence <> 't'
      and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by schema, name
  `)
}
