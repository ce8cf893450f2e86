import { sql } from '../../postgres/connect.ts'
import type { Queryable, SQLQuery } from '../../postgres/connect.ts'

/**
 * Takes every right on a schema, its tables and its sequences from all but their owners: default privileges may have
 * granted some when they were created.
 */
export async function revokeFromOthers(db: Queryable, schema: string): Promise<void> {
  const grants = await db.query(grantsToOthers(schema))
  for (const { object, grantee } of grants)
    await db.query([sql.__dangerous__rawValue(`revoke all on ${object} from ${grantee} cascade`)])
}

/** A row for each object and role, both quoted. */
const grantsToOthers = (schema: string): SQLQuery => sql`
  select distinct
    pg_catalog.format('%s %s', g.sort, g.name) as object,
    case when a.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end as grantee
  from (
    select 'schema' as sort, pg_catalog.quote_ident(n.nspname) as name, n.nspacl as acl, n.nspowner as owner
    from pg_catalog.pg_namespace as n
    where n.nspname = ${schema}
    union all
    select
      case c.relkind when 'S' then 'sequence' else 'table' end,
      pg_catalog.format('%I.%I', n.nspname, c.relname),
      c.relacl,
      c.relowner
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind in ('r', 'S')
  ) as g
  cross join lateral pg_catalog.aclexplode(g.acl) as a
  where a.grantee <> g.owner
  order by object, grantee
`
