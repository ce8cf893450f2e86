import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { isOurExtension } from './extensions.ts'
import { catalogOid, rightsOf } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  target: 'text',
  rights: 'record[]',
  initial: 'record[]',
  byDefault: 'record[]',
} as const

/**
 * Catalogs of objects with rights: the list, the owner, the letter by which acldefault() knows the kind, the schema and
 * the letter by which pg_default_acl knows it; null where default privileges are about none of it.
 */
const catalogs = [
  ['pg_proc', sql`o.proacl`, sql`o.proowner`, sql`'f'`, sql`o.pronamespace`, sql`'f'`],
  [
    'pg_class',
    sql`o.relacl`,
    sql`o.relowner`,
    sql`case o.relkind when 'S' then 's' else 'r' end`,
    sql`o.relnamespace`,
    sql`case o.relkind when 'S' then 'S' else 'r' end`,
  ],
  ['pg_type', sql`o.typacl`, sql`o.typowner`, sql`'T'`, sql`o.typnamespace`, sql`'T'`],
  ['pg_namespace', sql`o.nspacl`, sql`o.nspowner`, sql`'n'`, sql`0`, sql`'n'`],
  ['pg_language', sql`o.lanacl`, sql`o.lanowner`, sql`'l'`, sql`0`, sql`null`],
  ['pg_foreign_data_wrapper', sql`o.fdwacl`, sql`o.fdwowner`, sql`'F'`, sql`0`, sql`null`],
  ['pg_foreign_server', sql`o.srvacl`, sql`o.srvowner`, sql`'S'`, sql`0`, sql`null`],
] as const

/**
 * What has other rights than it began with, and the extension that it belongs to. `builtIns`: whether what initdb made is
 * looked at, which has numbers below 16384.
 */
const changed = (builtIns: SQLQuery): SQLQuery => sql`
  (
    ${sql.join(
      catalogs.map(
        ([catalog, acl, owner, letter, schema, type]) => sql`
          select
            ${catalogOid(catalog)}::oid, o.oid, ${acl}, ${owner}, (${letter})::"char",
            (${schema})::oid, (${type})::"char"
          from ${sql.ident('pg_catalog', catalog)} as o
          where ${acl} is not null and (o.oid >= 16384 or ${builtIns})
        `,
      ),
      sql` union all `,
    )}
  ) as c (catalog, oid, acl, owner, letter, namespace, type)
  left join pg_catalog.pg_init_privs as i
    on i.classoid = c.catalog and i.objoid = c.oid and i.objsubid = 0
  left join pg_catalog.pg_depend as m
    on m.classid = c.catalog and m.objid = c.oid and m.objsubid = 0 and m.deptype = 'e'
  where c.acl is distinct from i.initprivs and (c.oid < 16384 or m.refobjid is not null)
`

const byDefault = (schema: SQLQuery): SQLQuery => sql`(
  select d.defaclacl
  from pg_catalog.pg_default_acl as d
  where d.defaclrole = c.owner and d.defaclobjtype = c.type and d.defaclnamespace = ${schema}
)`

/**
 * What one that its extension makes now begins with: PostgreSQL notes no rights that default privileges give (source:
 * get_user_default_acl).
 */
const initialNow: SQLQuery = sql`
  coalesce(
    i.initprivs,
    coalesce(${byDefault(sql`0::oid`)}, pg_catalog.acldefault(c.letter, c.owner))
      || coalesce(${byDefault(sql`nullif(c.namespace, 0::oid)`)}, '{}')
  )
`

/** The rights of each, and those that it began with. */
const compared = (builtIns: SQLQuery): SQLQuery => sql`
  select
    c.catalog,
    c.oid,
    m.refobjid as extension,
    ${rightsOf(sql`c.acl`, sql`c.letter`, sql`c.owner`)} as rights,
    ${rightsOf(sql`i.initprivs`, sql`c.letter`, sql`c.owner`)} as initial,
    ${rightsOf(sql`(${initialNow})`, sql`c.letter`, sql`c.owner`)} as "byDefault"
  from ${changed(builtIns)}
`

/** What GRANT calls an object a. PostgreSQL's own types are identified by aliases that it does not know: integer. */
const target: SQLQuery = sql`
  pg_catalog.concat(
    case
      when a.type = 'aggregate' then 'function'
      when a.type = 'server' then 'foreign server'
      when a.type in ('view', 'materialized view', 'foreign table') then 'table'
      else pg_catalog.replace(a.type, '-', ' ')
    end,
    ' ',
    case a.type when 'type' then pg_catalog.concat(a.schema, '.', a.name) else a.identity end
  )
`

const readChangedRights: Reader<typeof attributes> = (db, { schemas, superusers, whole }) =>
  db.query(sql`
    select
      'changedRights' as kind,
      pg_catalog.concat('changedRights on ', a.type, ' ', a.identity) as id,
      null as schema,
      (
        select pg_catalog.format('extension %I', x.extname)
        from pg_catalog.pg_extension as x
        join pg_catalog.pg_namespace as n on n.oid = x.extnamespace
        join pg_catalog.pg_roles as r on r.oid = x.extowner
        where x.oid = o.extension and ${isOurExtension({ schemas, superusers })}
      ) as parent,
      pg_catalog.json_build_object(
        'target', ${target},
        'rights', o.rights,
        'initial', o.initial,
        'byDefault', o."byDefault"
      ) as attributes
    from (${compared(sql`${whole && superusers}`)}) as o
    cross join lateral pg_catalog.pg_identify_object(o.catalog, o.oid, 0) as a
    cross join lateral (
      select coalesce(a.schema, case a.type when 'schema' then a.identity end) = any(
        array(select pg_catalog.quote_ident(s.name) from pg_catalog.unnest(${schemas}::text[]) as s (name))
      ) as "isOurs"
    ) as place
    where
      o.rights::text <> o.initial::text
      and case
        -- initdb makes plpgsql too
        when o.oid < 16384 then place."isOurs" is not true
          -- initdb grants on these later than it notes what rights its objects begin with
          and coalesce(a.schema, a.identity) <> 'information_schema'
        else place."isOurs" or (a.schema is null and ${whole})
      end
    order by id
  `)

/**
 * Rights on what an extension or initdb made, where they differ from those that it came with: such objects are no
 * objects of ours, what somebody granted on them is. What initdb made is looked at where all of a database is ours.
 */
export const changedRights: KindReader = {
  stage: 'other kinds',
  kinds: ['changedRights'],
  of: ['changedRights'],
  exists: whether('changedRights', changed(sql`(select s."builtIns" from scope as s)`)),
  attributes,
  read: readChangedRights,
}
