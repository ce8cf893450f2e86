import { sql } from '../connect.ts'
import { catalogOid, rightsIn, rightsOf, roleName } from './facet-columns.ts'
import { defaultPrivilegesId, objectType } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  role: 'text',
  schema: 'text?',
  objectType: 'text',
  rights: 'record[]',
  withheld: 'text[]',
} as const

/** The letter by which acldefault() knows the objects. */
const letter = sql`case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end`

const readDefaultPrivileges: Reader<typeof attributes> = (db, { schemas, superusers }) =>
  db.query(sql`
    select
      'defaultPrivileges' as kind,
      ${defaultPrivilegesId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'role', ${roleName(sql`d.defaclrole`)},
        'schema', pg_catalog.quote_ident(n.nspname),
        'objectType', ${objectType},
        'rights', case
          when n.oid is null then ${rightsOf(sql`d.defaclacl`, letter, sql`d.defaclrole`)}
          else ${rightsIn(sql`d.defaclacl`, sql`null`)}
        end,
        'withheld', case when n.oid is null then ${withheld} else '{}' end
      ) as attributes
    from pg_catalog.pg_default_acl as d
    join pg_catalog.pg_roles as r on r.oid = d.defaclrole
    left join pg_catalog.pg_namespace as n on n.oid = d.defaclnamespace
    where (${superusers} or not r.rolsuper) and (n.oid is null or n.nspname = any(${schemas}))
    order by r.rolname, n.nspname nulls first, d.defaclobjtype
  `)

/** The rights that PUBLIC has of PostgreSQL's own and not of this entry: execute on functions, usage on types. */
const withheld = sql`array(
  select pg_catalog.lower(x.privilege_type)
  from pg_catalog.aclexplode(
    pg_catalog.acldefault(${letter}, d.defaclrole)
  ) as x
  where
    x.grantee = 0
    and not exists (
      select 1
      from pg_catalog.aclexplode(d.defaclacl) as y
      where y.grantee = 0 and y.privilege_type = x.privilege_type
    )
  order by 1
)`

/**
 * What new objects of a role grant: in our schemas, and everywhere. Where there is a platform, those of superusers
 * belong to it. Entries for one schema add to the global ones. A global entry replaces PostgreSQL's defaults, so it
 * also says which of these it withholds.
 */
export const defaultPrivileges: KindReader = {
  stage: 'settings',
  kinds: ['defaultPrivileges'],
  of: ['defaultPrivileges'],
  exists: whether('defaultPrivileges', sql`pg_catalog.pg_default_acl`),
  attributes,
  read: readDefaultPrivileges,
  addresses: sql`
    select ${catalogOid('pg_default_acl')}::oid, d.oid, 0, ${defaultPrivilegesId}
    from pg_catalog.pg_default_acl as d
    left join pg_catalog.pg_namespace as n on n.oid = d.defaclnamespace
  `,
}
