import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import { membersOfClass } from './family-members.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  family: 'text',
  type: 'text',
  default: 'boolean',
  storage: 'text?',
  members: 'record[]',
} as const

const id = sql`pg_catalog.format('operatorClass %I.%I(%I)', n.nspname, c.opcname, am.amname)`

const readClasses: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'operatorClass' as kind,
      ${id} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`c.opcowner`)},
        'comment', ${commentOn('pg_opclass', sql`c.oid`)},
        'family', pg_catalog.format('operatorFamily %I.%I(%I)', fn.nspname, f.opfname, am.amname),
        'type', pg_catalog.format_type(c.opcintype, null),
        'default', c.opcdefault,
        'storage', case when c.opckeytype <> 0 then pg_catalog.format_type(c.opckeytype, null) end,
        'members', ${membersOfClass}
      ) as attributes
    from pg_catalog.pg_opclass as c
    join pg_catalog.pg_namespace as n on n.oid = c.opcnamespace
    join pg_catalog.pg_am as am on am.oid = c.opcmethod
    join pg_catalog.pg_opfamily as f on f.oid = c.opcfamily
    join pg_catalog.pg_namespace as fn on fn.oid = f.opfnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_opclass', sql`c.oid`)}
    order by ${id} collate "C"
  `)

/** Operator classes, with the members that they cannot be without. */
export const operatorClasses: KindReader = {
  stage: 'other kinds',
  kinds: ['operatorClass'],
  of: ['operatorClass'],
  exists: whether('operatorClass', sql`pg_catalog.pg_opclass as c where c.oid >= 16384`),
  attributes,
  read: readClasses,
  addresses: sql`
    select any_of.catalog, any_of.oid, 0, ${id}
    from pg_catalog.pg_opclass as c
    join pg_catalog.pg_namespace as n on n.oid = c.opcnamespace
    join pg_catalog.pg_am as am on am.oid = c.opcmethod
    cross join lateral (
      select ${catalogOid('pg_opclass')}::oid, c.oid
      union all
      select d.classid, d.objid
      from pg_catalog.pg_depend as d
      where
        d.refclassid = ${catalogOid('pg_opclass')}
        and d.refobjid = c.oid
        and d.classid in (${catalogOid('pg_amop')}, ${catalogOid('pg_amproc')})
        and d.deptype = 'i'
    ) as any_of (catalog, oid)
    cross join area
    where n.nspname = any(area.schemas)
  `,
}
