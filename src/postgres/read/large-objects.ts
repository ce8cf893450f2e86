import { sql } from '../connect.ts'
import { catalogOid, commentOn, rightsOf, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
} as const

const id = sql`pg_catalog.concat('largeObject ', o.oid)`

const readLargeObjects: Reader<typeof attributes> = (db, { superusers }) =>
  db.query(sql`
    select
      'largeObject' as kind,
      ${id} as id,
      null as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.lomowner`)},
        -- comments know it by the catalog of its bytes
        'comment', ${commentOn('pg_largeobject', sql`o.oid`)},
        'rights', ${rightsOf(sql`o.lomacl`, sql`'L'`, sql`o.lomowner`)}
      ) as attributes
    from pg_catalog.pg_largeobject_metadata as o
    join pg_catalog.pg_roles as r on r.oid = o.lomowner
    where ${superusers} or not r.rolsuper
    order by o.oid
  `)

/** Large objects, not their bytes; where there is a platform, those of superusers are its own. */
export const largeObjects: KindReader = {
  stage: 'other kinds',
  kinds: ['largeObject'],
  of: ['largeObject'],
  exists: whether('largeObject', sql`pg_catalog.pg_largeobject_metadata`),
  attributes,
  read: readLargeObjects,
  addresses: sql`
    select ${catalogOid('pg_largeobject')}::oid, o.oid, 0, ${id}
    from pg_catalog.pg_largeobject_metadata as o
  `,
}
