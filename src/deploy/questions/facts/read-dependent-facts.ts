import { sql } from '../../../postgres/connect.ts'
import type { Queryable } from '../../../postgres/connect.ts'
import type { DependentFact } from './database-facts.ts'

/** What is needed, in words; null for what takes no rows along. */
const nameOfNeeded = sql`
  case n.class
          when 'pg_catalog.pg_namespace'::pg_catalog.regclass
          then (select 'schema ' || s.nspname from pg_catalog.pg_namespace as s where s.oid = n.id)
          when 'pg_catalog.pg_extension'::pg_catalog.regclass
          then (select 'extension ' || e.extname from pg_catalog.pg_extension as e where e.oid = n.id)
          when 'pg_catalog.pg_collation'::pg_catalog.regclass
          then (select 'collation ' || c.collname from pg_catalog.pg_collation as c where c.oid = n.id)
          when 'pg_catalog.pg_proc'::pg_catalog.regclass
          then (select 'function ' || p.proname from pg_catalog.pg_proc as p where p.oid = n.id)
          when 'pg_catalog.pg_type'::pg_catalog.regclass then 'type ' || n.id
          when 'pg_catalog.pg_class'::pg_catalog.regclass then 'relation ' || n.id
        end
`

/** The tables, and the columns that hold values. */
const starts = sql`
    relations as (
      select c.oid
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where
        c.relkind in ('r', 'p', 'c')
        and c.relpersistence <> 't'
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    ),
    starts as (
      select r.oid as "tableId", 0 as "column"
      from relations as r
      union all
      select r.oid, a.attnum::integer
      from relations as r
      join pg_catalog.pg_attribute as a on a.attrelid = r.oid
      where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    )
`

/**
 * Reads which tables and columns go when something else is dropped: a schema, a type, an extension, a row type. Follows
 * pg_depend from them to what they need, over any number of steps.
 */
export async function readDependentFacts(db: Queryable): Promise<DependentFact[]> {
  return db.query(sql`
    with recursive ${starts},
    needs as (
      select
        s."tableId",
        s."column",
        'pg_catalog.pg_class'::pg_catalog.regclass::oid as class,
        s."tableId" as id,
        s."column" as part,
        false as "byCascade"
      from starts as s
      union
      select n."tableId", n."column", d.refclassid, d.refobjid, d.refobjsubid, n."byCascade" or d.deptype = 'n'
      from needs as n
      join pg_catalog.pg_depend as d on d.classid = n.class and d.objid = n.id and d.objsubid = n.part
    ),
    named as (
      select
        n."tableId"::bigint as "tableId",
        n."column",
        n."byCascade",
        ${nameOfNeeded} as needed
      from needs as n
      where n.part = 0
    )
    select d.needed, d."tableId", d."column", pg_catalog.bool_and(d."byCascade") as "byCascade"
    from named as d
    where d.needed is not null and not (d.needed = 'relation ' || d."tableId" and d."column" = 0)
    group by d.needed, d."tableId", d."column"
    order by d.needed, d."tableId", d."column"
  `)
}
