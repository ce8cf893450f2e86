import { sql } from '../../../postgres/connect.ts'
import type { Queryable } from '../../../postgres/connect.ts'
import type { TypeFact } from './database-facts.ts'

/** Reads every type that users made, the row types of tables left out. */
export async function readTypeFacts(db: Queryable): Promise<TypeFact[]> {
  return db.query(sql`
    select
      t.oid::bigint as id,
      n.nspname::text as schema,
      t.typname::text as name,
      case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'c' then 'composite' else 'other' end as kind,
      t.typbasetype::bigint as base,
      t.typdefault is not null as "hasDefault",
      t.typnotnull as "notNull",
      pg_catalog.pg_get_userbyid(t.typowner)::text as owner
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    left join pg_catalog.pg_class as c on c.oid = t.typrelid
    where
      n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and (t.typrelid = 0 or c.relkind = 'c')
      and not exists (select from pg_catalog.pg_type as e where e.typarray = t.oid)
    order by schema, name
  `)
}
