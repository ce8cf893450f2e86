import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import { membersOfFamily, ofNoClass } from './family-members.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text?',
  comment: 'text?',
  members: 'record[]',
} as const

const id = sql`pg_catalog.format('operatorFamily %I.%I(%I)', n.nspname, f.opfname, am.amname)`

const readFamilies: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'operatorFamily' as kind,
      f.id,
      case when f."isOurs" then f.nspname::text end as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', case when f."isOurs" then ${roleName(sql`f.opfowner`)} end,
        'comment', case when f."isOurs" then ${commentOn('pg_opfamily', sql`f.oid`)} end,
        'members', m.members
      ) as attributes
    from (
      select
        f.oid,
        f.opfowner,
        n.nspname,
        ${id} as id,
        n.nspname = any(${schemas}) and ${notOfExtension('pg_opfamily', sql`f.oid`)} as "isOurs"
      from pg_catalog.pg_opfamily as f
      join pg_catalog.pg_namespace as n on n.oid = f.opfnamespace
      join pg_catalog.pg_am as am on am.oid = f.opfmethod
    ) as f
    cross join lateral (select ${membersOfFamily(schemas)}) as m (members)
    where
      f."isOurs"
      or (
        f.oid in (
          select a.amopfamily from pg_catalog.pg_amop as a where a.oid >= 16384
          union all
          select a.amprocfamily from pg_catalog.pg_amproc as a where a.oid >= 16384
        )
        and m.members::text <> '[]'
      )
    order by f.id collate "C"
  `)

/**
 * Operator families, with the members that no class of theirs needs. Of one that is not ours, such as PostgreSQL's own
 * for numbers, the members that are; it has no owner here.
 */
export const operatorFamilies: KindReader = {
  stage: 'other kinds',
  kinds: ['operatorFamily'],
  of: ['operatorFamily'],
  exists: whether(
    'operatorFamily',
    sql`(
      select f.oid from pg_catalog.pg_opfamily as f
      union all
      select a.oid from pg_catalog.pg_amop as a
      union all
      select a.oid from pg_catalog.pg_amproc as a
    ) as o where o.oid >= 16384`,
  ),
  attributes,
  read: readFamilies,
  addresses: sql`
    select any_of.catalog, any_of.oid, 0, ${id}
    from pg_catalog.pg_opfamily as f
    join pg_catalog.pg_namespace as n on n.oid = f.opfnamespace
    join pg_catalog.pg_am as am on am.oid = f.opfmethod
    join (
      select ${catalogOid('pg_opfamily')}::oid, o.oid, o.oid
      from pg_catalog.pg_opfamily as o
      union all
      select ${catalogOid('pg_amop')}::oid, a.oid, a.amopfamily
      from pg_catalog.pg_amop as a
      where a.oid >= 16384 and ${ofNoClass('pg_amop')}
      union all
      select ${catalogOid('pg_amproc')}::oid, a.oid, a.amprocfamily
      from pg_catalog.pg_amproc as a
      where a.oid >= 16384 and ${ofNoClass('pg_amproc')}
    ) as any_of (catalog, oid, family) on any_of.family = f.oid
  `,
}
