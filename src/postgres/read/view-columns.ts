import { sql } from '../connect.ts'
import { commentOn, rightsIn, notOfExtension, sortedOptions } from './facet-columns.ts'
import { childId, relationId } from './ids.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  rights: 'record[]',
  default: 'text?',
  storage: 'text?',
  compression: 'text?',
  statistics: 'number?',
  options: 'text[]',
} as const

const readViewColumns: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'viewColumn' as kind,
      ${childId('viewColumn', sql`a.attname`)} as id,
      n.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'comment', ${comment},
        'rights', case when a.attacl is null then '[]' else ${rightsIn(sql`a.attacl`, sql`c.relowner`)} end,
        'default', pg_catalog.pg_get_expr(f.adbin, f.adrelid),
        'storage', case
          when a.attstorage <> t.typstorage
            then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
        end,
        'compression', case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end,
        'statistics', nullif(a.attstattarget, -1),
        'options', ${sortedOptions(sql`a.attoptions`)}
      ) as attributes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    left join pg_catalog.pg_attrdef as f on f.adrelid = c.oid and f.adnum = a.attnum
    where
      n.nspname = any(${schemas})
      and c.relkind in ('v', 'm')
      and a.attnum > 0
      and not a.attisdropped
      and ${somethingIsSaid}
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname, a.attnum
  `)

const comment = commentOn('pg_class', sql`c.oid`, sql`a.attnum`)

const somethingIsSaid = sql`(
  ${comment} is not null
  or pg_catalog.cardinality(a.attacl) > 0
  or f.adbin is not null
  or (c.relkind = 'm' and a.attstorage <> t.typstorage)
  or a.attcompression <> ''
  or a.attstattarget >= 0
  or a.attoptions is not null
)`

/**
 * Attributes of single columns of views and materialized views. A column without any is no object:
 * the query of the view creates it.
 */
export const viewColumns: KindReader = {
  stage: 'parts of views',
  kinds: ['viewColumn'],
  of: ['view', 'materializedView'],
  exists: relationsExist,
  attributes,
  read: readViewColumns,
}
