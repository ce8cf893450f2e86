import { sql } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { optionsOf, secretsOf } from './foreign-options.ts'
import { relationId } from './ids.ts'
import { parentTables } from './inherited-from.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  server: 'text',
  options: 'record[]',
  secrets: 'record[]',
  partitionOf: 'text?',
  bound: 'text?',
  inherits: 'text[]',
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
        'options', ${optionsOf(sql`f.ftoptions`, 'table')},
        'secrets', ${secretsOf(sql`f.ftoptions`, 'table', relationId)},
        'partitionOf', case when c.relispartition then (${parentTables} limit 1) end,
        'bound', pg_catalog.pg_get_expr(c.relpartbound, c.oid),
        'inherits', case when c.relispartition then '{}'::text[] else array(${parentTables}) end
      ) as attributes
    from pg_catalog.pg_foreign_table as f
    join pg_catalog.pg_foreign_server as s on s.oid = f.ftserver
    join pg_catalog.pg_class as c on c.oid = f.ftrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname
  `)

/** Foreign tables, partitions too. Columns, constraints and so on are separate objects, as those of other tables. */
export const foreignTables: KindReader = {
  stage: 'tables',
  kinds: ['foreignTable'],
  of: ['foreignTable'],
  exists: relationsExist,
  attributes,
  read: readForeignTables,
}
