import { sql } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName, sortedOptions } from './facet-columns.ts'
import { relationId } from './ids.ts'
import { parentTables } from './inherited-from.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  persistence: 'text',
  ofType: 'text?',
  partitionKey: 'text?',
  partitionOf: 'text?',
  bound: 'text?',
  inherits: 'text[]',
  rowSecurity: 'text',
  replicaIdentity: 'text',
  options: 'text[]',
  toastOptions: 'text[]',
  accessMethod: 'text?',
  tablespace: 'text?',
} as const

const readTables: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'table' as kind,
      ${relationId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`c.relowner`)},
        'comment', ${commentOn('pg_class', sql`c.oid`)},
        'rights', ${rightsOf(sql`c.relacl`, sql`'r'`, sql`c.relowner`)},
        'persistence', case c.relpersistence when 'u' then 'unlogged' else 'permanent' end,
        'ofType', case when c.reloftype <> 0 then pg_catalog.format_type(c.reloftype, null) end,
        'partitionKey', case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
        'partitionOf', case when c.relispartition then (${parentTables} limit 1) end,
        'bound', pg_catalog.pg_get_expr(c.relpartbound, c.oid),
        'inherits', case when c.relispartition then '{}'::text[] else array(${parentTables}) end,
        'rowSecurity', case when not c.relrowsecurity and c.relforcerowsecurity then 'forced but off' when not c.relrowsecurity then 'off' when c.relforcerowsecurity then 'forced' else 'on' end,
        'replicaIdentity', ${replicaIdentity},
        'options', ${sortedOptions(sql`c.reloptions`)},
        'toastOptions', ${sortedOptions(sql`toast.reloptions`)},
        'accessMethod', pg_catalog.quote_ident(am.amname),
        'tablespace', pg_catalog.quote_ident(s.spcname)
      ) as attributes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_class as toast on toast.oid = c.reltoastrelid
    left join pg_catalog.pg_index as ri on ri.indrelid = c.oid and ri.indisreplident
    left join pg_catalog.pg_class as ric on ric.oid = ri.indexrelid
    left join pg_catalog.pg_am as am on am.oid = c.relam
    left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
    where
      n.nspname = any(${schemas})
      and c.relkind in ('r', 'p')
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname
  `)

const replicaIdentity = sql`
  case c.relreplident
    when 'f' then 'full'
    when 'n' then 'nothing'
    -- when the index is gone, nothing identifies a row
    when 'i' then coalesce('using index ' || pg_catalog.quote_ident(ric.relname), 'nothing')
    else 'default'
  end
`

/** Tables, partitioned ones and partitions too. Columns, constraints and so on are separate objects. */
export const tables: KindReader = {
  stage: 'tables',
  kinds: ['table'],
  of: ['table'],
  exists: relationsExist,
  attributes,
  read: readTables,
}
