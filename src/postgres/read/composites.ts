import { sql } from '../connect.ts'
import { ownCollation } from './collation.ts'
import { commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { relationId } from './ids.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  fields: 'record[]',
} as const

const readComposites: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'composite' as kind,
      ${relationId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`t.typowner`)},
        'comment', ${commentOn('pg_type', sql`t.oid`)},
        'rights', ${rightsOf(sql`t.typacl`, sql`'T'`, sql`t.typowner`)},
        'fields', ${fields}
      ) as attributes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_type as t on t.oid = c.reltype
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(${schemas})
      and c.relkind = 'c'
      and ${notOfExtension('pg_type', sql`t.oid`)}
    order by n.nspname, c.relname
  `)

const fields = sql`(
  select coalesce(
    pg_catalog.json_agg(
      pg_catalog.json_build_object(
        'name', pg_catalog.quote_ident(a.attname),
        'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
        'collation', ${ownCollation(sql`a.attcollation`, sql`ft.typcollation`)},
        'comment', ${commentOn('pg_class', sql`c.oid`, sql`a.attnum`)}
      )
      order by a.attnum
    ),
    '[]'
  )
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_type as ft on ft.oid = a.atttypid
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
)`

/** Composite types: their fields in their order, with the comments on them. */
export const composites: KindReader = {
  stage: 'types',
  kinds: ['composite'],
  of: ['composite'],
  exists: relationsExist,
  attributes,
  read: readComposites,
}
