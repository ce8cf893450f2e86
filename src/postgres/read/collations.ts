import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  provider: 'text',
  locale: 'text?',
  lcCollate: 'text?',
  lcCtype: 'text?',
  deterministic: 'boolean',
  rules: 'text?',
} as const

const id = sql`pg_catalog.format('collation %I.%I', n.nspname, o.collname)`

const readCollations: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'collation' as kind,
      ${id} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.collowner`)},
        'comment', ${commentOn('pg_collation', sql`o.oid`)},
        'provider', case o.collprovider when 'i' then 'icu' when 'c' then 'libc' else 'builtin' end,
        -- called otherwise before 17
        'locale', coalesce(pg_catalog.to_jsonb(o) ->> 'colllocale', pg_catalog.to_jsonb(o) ->> 'colliculocale'),
        'lcCollate', o.collcollate,
        'lcCtype', o.collctype,
        'deterministic', o.collisdeterministic,
        -- since 16
        'rules', pg_catalog.to_jsonb(o) ->> 'collicurules'
      ) as attributes
    from pg_catalog.pg_collation as o
    join pg_catalog.pg_namespace as n on n.oid = o.collnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_collation', sql`o.oid`)}
    order by n.nspname, o.collname
  `)

/** Collations. Their version is what the server's libraries have. */
export const collations: KindReader = {
  stage: 'types',
  kinds: ['collation'],
  of: ['collation'],
  exists: whether('collation', sql`pg_catalog.pg_collation as o where o.oid >= 16384`),
  attributes,
  read: readCollations,
  addresses: sql`
    select ${catalogOid('pg_collation')}::oid, o.oid, 0, ${id}
    from pg_catalog.pg_collation as o
    join pg_catalog.pg_namespace as n on n.oid = o.collnamespace
    cross join area
    where n.nspname = any(area.schemas)
  `,
}
