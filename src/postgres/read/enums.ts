import { sql } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { typeId } from './ids.ts'
import type { KindReader } from './kind-reader.ts'
import { typesExist } from './shared-catalogs.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  labels: 'text[]',
} as const

const readEnums: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'enum' as kind,
      ${typeId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`t.typowner`)},
        'comment', ${commentOn('pg_type', sql`t.oid`)},
        'rights', ${rightsOf(sql`t.typacl`, sql`'T'`, sql`t.typowner`)},
        'labels', array(
          select e.enumlabel
          from pg_catalog.pg_enum as e
          where e.enumtypid = t.oid
          order by e.enumsortorder
        )
      ) as attributes
    from pg_catalog.pg_type as t
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where
      n.nspname = any(${schemas})
      and t.typtype = 'e'
      and ${notOfExtension('pg_type', sql`t.oid`)}
    order by n.nspname, t.typname
  `)

/** Enums: their labels, in their order. */
export const enums: KindReader = {
  stage: 'types',
  kinds: ['enum'],
  of: ['enum'],
  exists: typesExist,
  attributes,
  read: readEnums,
}
