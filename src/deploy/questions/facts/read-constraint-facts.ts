import { sql } from '../../../postgres/connect.ts'
import type { Queryable } from '../../../postgres/connect.ts'
import type { ConstraintFact } from './database-facts.ts'

/** Reads the checks, foreign keys and (from 18 on) NOT NULL constraints of users' tables and domains. */
export async function readConstraintFacts(db: Queryable): Promise<ConstraintFact[]> {
  return db.query(sql`
    select
      k.conrelid::bigint as "tableId",
      k.contypid::bigint as "typeId",
      k.conname::text as name,
      case k.contype when 'c' then 'check' when 'f' then 'foreign key' else 'not null' end as kind,
      k.convalidated as valid,
      pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
      array(
        select a.attname::text
        from pg_catalog.unnest(k.conkey) with ordinality as u (number, place)
        join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = u.number
        order by u.place
      ) as columns,
      k.confrelid::bigint as other,
      array(
        select a.attname::text
        from pg_catalog.unnest(k.confkey) with ordinality as u (number, place)
        join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = u.number
        order by u.place
      ) as "otherColumns",
      k.confmatchtype::text as match,
      k.confdeltype::text as "onDelete",
      k.confupdtype::text as "onUpdate"
    from pg_catalog.pg_constraint as k
    join pg_catalog.pg_namespace as n on n.oid = k.connamespace
    where
      k.contype in ('c', 'f', 'n')
      -- those of partitions follow from the parent's
      and k.conparentid = 0
      and n.nspname not in ('pg_catalog', 'information_schema')
    order by "tableId", "typeId", name
  `)
}
