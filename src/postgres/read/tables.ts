import { sql } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName, sortedOptions } from './facets.ts'
import { relationId } from './ids.ts'
import type { Reader } from './reader.ts'

/** Tables, partitioned ones and partitions too. Columns, constraints and so on are objects of their own. */
export const readTables: Reader = (db, { schemas }) =>
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
        'partitionOf', case when c.relispartition then (${parents} limit 1) end,
        'bound', pg_catalog.pg_get_expr(c.relpartbound, c.oid),
        'inherits', case when c.relispartition then '{}'::text[] else array(${parents}) end,
        'rowSecurity', case when not c.relrowsecurity then 'off' when c.relforcerowsecurity then 'forced' else 'on' end,
        'replicaIdentity', ${replicaIdentity},
        'options', ${sortedOptions(sql`c.reloptions`)},
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
      and c.relkind in ('r', 'p')
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname
  `)

/** The ids of the tables that a table inherits from, in their order. */
const parents = sql`
  select pg_catalog.format('table %I.%I', pn.nspname, pc.relname)
  from pg_catalog.pg_inherits as i
  join pg_catalog.pg_class as pc on pc.oid = i.inhparent
  join pg_catalog.pg_namespace as pn on pn.oid = pc.relnamespace
  where i.inhrelid = c.oid
  order by i.inhseqno
`

const replicaIdentity = sql`
  case c.relreplident
    when 'f' then 'full'
    when 'n' then 'nothing'
    when 'i' then coalesce(
      (
        select pg_catalog.format('using index %I', ic.relname)
        from pg_catalog.pg_index as i
        join pg_catalog.pg_class as ic on ic.oid = i.indexrelid
        where i.indrelid = c.oid and i.indisreplident
      ),
      -- the index is gone: nothing identifies a row
      'nothing'
    )
    else 'default'
  end
`
