import { sql } from '../connect.ts'
import type { Queryable, SQLQuery } from '../connect.ts'
import { relationKind } from './ids.ts'
import { otherPresences } from './other/read.ts'
import type { Presence } from './reader.ts'

/**
 * Looks which kinds of objects there are in the schemas, in one query; more may be named than there are. Most
 * databases hold few of the kinds that PostgreSQL knows, and to compile what reads the others takes most of the time.
 */
export async function readPresence(db: Queryable, schemas: readonly string[]): Promise<Presence> {
  const rows: { readonly kind: string }[] = await db.query(sql`
    with area as (
      select n.oid
      from pg_catalog.pg_namespace as n
      where n.nspname = any(${schemas})
    )
    ${sql.join([...presences, ...otherPresences], sql` union all `)}
  `)
  return new Set(rows.map(({ kind }) => kind))
}

const presences: readonly SQLQuery[] = [
  sql`select 'schema' as kind where exists (select from area)`,
  sql`
    select distinct ${relationKind}
    from pg_catalog.pg_class as c
    where c.relnamespace in (select area.oid from area) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
  `,
  sql`
    select distinct case t.typtype when 'e' then 'enum' when 'd' then 'domain' else 'range' end
    from pg_catalog.pg_type as t
    where t.typnamespace in (select area.oid from area) and t.typtype in ('e', 'd', 'r')
  `,
  sql`
    select distinct case p.prokind when 'a' then 'aggregate' else 'routine' end
    from pg_catalog.pg_proc as p
    where p.pronamespace in (select area.oid from area)
  `,
  whether('index', sql`pg_catalog.pg_index as i where i.indexrelid >= 16384`),
  whether('policy', sql`pg_catalog.pg_policy`),
  whether('rule', sql`pg_catalog.pg_rewrite as w where w.oid >= 16384 and w.rulename <> '_RETURN'`),
  whether('trigger', sql`pg_catalog.pg_trigger as g where not g.tgisinternal`),
  whether('defaultPrivileges', sql`pg_catalog.pg_default_acl`),
  whether('publication', sql`pg_catalog.pg_publication`),
  whether('publicationMember', sql`pg_catalog.pg_publication_rel`),
  whether('publicationSchema', sql`pg_catalog.pg_publication_namespace`),
  // initdb makes plpgsql, which a superuser owns
  whether(
    'extension',
    sql`pg_catalog.pg_extension as x where x.oid >= 16384 or x.extowner in (select r.oid from pg_catalog.pg_roles as r where not r.rolsuper)`,
  ),
]

/** One row where rows are there. */
function whether(kind: string, rows: SQLQuery): SQLQuery {
  return sql`select ${kind}::text where exists (select from ${rows})`
}
