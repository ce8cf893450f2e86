import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { ours } from './addresses/ours.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
} as const

const readSchemas: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'schema' as kind,
      pg_catalog.format('schema %I', n.nspname) as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`n.nspowner`)},
        'comment', ${commentOn('pg_namespace', sql`n.oid`)},
        'rights', ${rightsOf(sql`n.nspacl`, sql`'n'`, sql`n.nspowner`)}
      ) as attributes
    from pg_catalog.pg_namespace as n
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_namespace', sql`n.oid`)}
    order by n.nspname
  `)

/** Schemas: owner, comment, rights. */
export const schemas: KindReader = {
  stage: 'schemas',
  kinds: ['schema'],
  of: ['schema'],
  exists: sql`select 'schema' as kind where exists (select from area)`,
  attributes,
  read: readSchemas,
  addresses: sql`
    select ${catalogOid('pg_namespace')}::oid, n.oid, 0, pg_catalog.format('schema %I', n.nspname)
    from pg_catalog.pg_namespace as n
    cross join area
    where ${ours}
  `,
}
