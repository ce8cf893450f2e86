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
  subtype: 'text',
  collation: 'text?',
  operatorClass: 'text',
  canonical: 'text?',
  subtypeDiff: 'text?',
  multirange: 'text',
} as const

const readRanges: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'range' as kind,
      ${typeId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`t.typowner`)},
        'comment', ${commentOn('pg_type', sql`t.oid`)},
        'rights', ${rightsOf(sql`t.typacl`, sql`'T'`, sql`t.typowner`)},
        'subtype', pg_catalog.format_type(g.rngsubtype, null),
        'collation', ${ownCollation(sql`g.rngcollation`, sql`b.typcollation`)},
        'operatorClass', pg_catalog.format('%I.%I', oc_n.nspname, oc.opcname),
        'canonical', nullif(g.rngcanonical::pg_catalog.regproc::text, '-'),
        'subtypeDiff', nullif(g.rngsubdiff::pg_catalog.regproc::text, '-'),
        'multirange', pg_catalog.format_type(g.rngmultitypid, null)
      ) as attributes
    from pg_catalog.pg_range as g
    join pg_catalog.pg_type as t on t.oid = g.rngtypid
    join pg_catalog.pg_type as b on b.oid = g.rngsubtype
    join pg_catalog.pg_opclass as oc on oc.oid = g.rngsubopc
    join pg_catalog.pg_namespace as oc_n on oc_n.oid = oc.opcnamespace
    join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_type', sql`t.oid`)}
    order by n.nspname, t.typname
  `)

/** Range types, with the name of the multirange type that comes with each. */
export const ranges: KindReader = {
  stage: 'types',
  kinds: ['range'],
  of: ['range'],
  exists: typesExist,
  attributes,
  read: readRanges,
}
