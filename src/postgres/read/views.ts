import { sql } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName, sortedOptions } from './facet-columns.ts'
import { relationId } from './ids.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const viewAttributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  definition: 'text',
  options: 'text[]',
  columns: 'record[]',
} as const

const readViews: Reader<typeof viewAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'view' as kind,
      ${relationId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(${attributes}) as attributes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where
      n.nspname = any(${schemas})
      and c.relkind = 'v'
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname
  `)

const materializedAttributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  definition: 'text',
  options: 'text[]',
  columns: 'record[]',
  populated: 'boolean',
  toastOptions: 'text[]',
  accessMethod: 'text?',
  tablespace: 'text?',
} as const

const readMaterializedViews: Reader<typeof materializedAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'materializedView' as kind,
      ${relationId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        ${attributes},
        'populated', c.relispopulated,
        'toastOptions', ${sortedOptions(sql`toast.reloptions`)},
        'accessMethod', pg_catalog.quote_ident(am.amname),
        'tablespace', pg_catalog.quote_ident(s.spcname)
      ) as attributes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_class as toast on toast.oid = c.reltoastrelid
    left join pg_catalog.pg_am as am on am.oid = c.relam
    left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
    where
      n.nspname = any(${schemas})
      and c.relkind = 'm'
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname
  `)

const columns = sql`(
  select pg_catalog.json_agg(
    pg_catalog.json_build_object(
      'name', pg_catalog.quote_ident(a.attname),
      'type', pg_catalog.format_type(a.atttypid, a.atttypmod)
    )
    order by a.attnum
  )
  from pg_catalog.pg_attribute as a
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
)`

const attributes = sql`
  'owner', ${roleName(sql`c.relowner`)},
  'comment', ${commentOn('pg_class', sql`c.oid`)},
  'rights', ${rightsOf(sql`c.relacl`, sql`'r'`, sql`c.relowner`)},
  'definition', pg_catalog.pg_get_viewdef(c.oid),
  'options', ${sortedOptions(sql`c.reloptions`)},
  'columns', coalesce(${columns}, '[]')
`

/** Views. */
export const views: KindReader = {
  stage: 'views',
  kinds: ['view'],
  of: ['view'],
  exists: relationsExist,
  attributes: viewAttributes,
  read: readViews,
}

/** Materialized views. */
export const materializedViews: KindReader = {
  stage: 'views',
  kinds: ['materializedView'],
  of: ['materializedView'],
  exists: relationsExist,
  attributes: materializedAttributes,
  read: readMaterializedViews,
}
