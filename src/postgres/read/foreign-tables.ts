import { sql } from '../connect.ts'
import {
  commentOn,
  rightsIn,
  notOfExtension,
  rightsOf,
  roleName,
  sortedOptions,
} from './facet-columns.ts'
import { relationId } from './ids.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  server: 'text',
  options: 'text[]',
  columns: 'record[]',
  constraints: 'text[]',
} as const

const readForeignTables: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'foreignTable' as kind,
      ${relationId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`c.relowner`)},
        'comment', ${commentOn('pg_class', sql`c.oid`)},
        'rights', ${rightsOf(sql`c.relacl`, sql`'r'`, sql`c.relowner`)},
        'server', pg_catalog.quote_ident(s.srvname),
        'options', ${sortedOptions(sql`f.ftoptions`)},
        'columns', coalesce(${columns}, '[]'),
        'constraints', array(
          select pg_catalog.format('%I %s', k.conname, pg_catalog.pg_get_constraintdef(k.oid))
          from pg_catalog.pg_constraint as k
          where k.conrelid = c.oid and k.contype <> 'n'
          order by k.conname
        )
      ) as attributes
    from pg_catalog.pg_foreign_table as f
    join pg_catalog.pg_foreign_server as s on s.oid = f.ftserver
    join pg_catalog.pg_class as c on c.oid = f.ftrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname
  `)

const columns = sql`(
  select pg_catalog.json_agg(
    pg_catalog.json_build_object(
      'name', pg_catalog.quote_ident(a.attname),
      'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
      'notNull', a.attnotnull,
      'default', pg_catalog.pg_get_expr(d.adbin, d.adrelid),
      'options', ${sortedOptions(sql`a.attfdwoptions`)},
      'comment', ${commentOn('pg_class', sql`c.oid`, sql`a.attnum`)},
      'rights', case when a.attacl is null then '[]' else ${rightsIn(sql`a.attacl`)} end
    )
    order by a.attnum
  )
  from pg_catalog.pg_attribute as a
  left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
)`

/** Foreign tables, with their columns and checks: no rule plans them, but a difference has a name. */
export const foreignTables: KindReader = {
  stage: 'tables',
  kinds: ['foreignTable'],
  of: ['foreignTable'],
  exists: relationsExist,
  attributes,
  read: readForeignTables,
}
