import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { childId, relationId } from './ids.ts'
import { whether } from './kind-reader.ts'
import { ours } from './addresses/ours.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  permissive: 'boolean',
  command: 'text',
  roles: 'text[]',
  using: 'text?',
  check: 'text?',
} as const

const readPolicies: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'policy' as kind,
      ${childId('policy', sql`p.polname`)} as id,
      n.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_policy', sql`p.oid`)},
        'permissive', p.polpermissive,
        'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        'roles', ${roles},
        'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
        'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
      ) as attributes
    from pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname, p.polname
  `)

/** 0 means PUBLIC, which is no role. */
const roles = sql`array(
  select case r.oid when 0 then 'public' else ${roleName(sql`r.oid`)} end collate "C"
  from pg_catalog.unnest(p.polroles) as r (oid)
  order by 1
)`

/** Policies of row security. */
export const policies: KindReader = {
  stage: 'parts of relations',
  kinds: ['policy'],
  of: ['policy'],
  exists: whether('policy', sql`pg_catalog.pg_policy`),
  attributes,
  read: readPolicies,
  addresses: sql`
    select ${catalogOid('pg_policy')}::oid, p.oid, 0, ${childId('policy', sql`p.polname`)}
    from pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    cross join area
    where ${ours}
  `,
}
