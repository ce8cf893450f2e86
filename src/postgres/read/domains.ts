import { sql } from '../connect.ts'
import { ownCollation } from './collation.ts'
import { commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { typeId } from './ids.ts'
import type { KindReader } from './kind-reader.ts'
import { typesExist } from './shared-catalogs.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  type: 'text',
  notNull: 'boolean',
  default: 'text?',
  collation: 'text?',
} as const

const readDomains: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'domain' as kind,
      ${typeId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`t.typowner`)},
        'comment', ${commentOn('pg_type', sql`t.oid`)},
        'rights', ${rightsOf(sql`t.typacl`, sql`'T'`, sql`t.typowner`)},
        'type', pg_catalog.format_type(t.typbasetype, t.typtypmod),
        'notNull', t.typnotnull,
        'default', coalesce(pg_catalog.pg_get_expr(t.typdefaultbin, 0), t.typdefault),
        'collation', ${ownCollation(sql`t.typcollation`, sql`b.typcollation`)}
      ) as attributes
    from pg_catalog.pg_type as t
    join pg_catalog.pg_type as b on b.oid = t.typbasetype
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where
      n.nspname = any(${schemas})
      and t.typtype = 'd'
      and ${notOfExtension('pg_type', sql`t.oid`)}
    order by n.nspname, t.typname
  `)

/** Domains: the type beneath, whether null is a value, default, collation. Their checks are separate objects. */
export const domains: KindReader = {
  stage: 'types',
  kinds: ['domain'],
  of: ['domain'],
  exists: typesExist,
  attributes,
  read: readDomains,
}
