import { sql } from '../connect.ts'
import { parentIndex } from './attached.ts'
import { commentOn, notOfExtension, sortedOptions } from './facet-columns.ts'
import { childId, relationId } from './ids.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  definition: 'text',
  valid: 'boolean',
  clustered: 'boolean',
  options: 'text[]',
  statistics: 'record[]',
  tablespace: 'text?',
  attachedTo: 'text?',
} as const

const readIndexes: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'index' as kind,
      ${childId('index', sql`ic.relname`)} as id,
      n.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_class', sql`ic.oid`)},
        'definition', ${definition},
        'valid', i.indisvalid,
        'clustered', i.indisclustered,
        'options', ${sortedOptions(sql`ic.reloptions`)},
        'statistics', ${statistics},
        'tablespace', pg_catalog.quote_ident(s.spcname),
        'attachedTo', case when ic.relispartition then (${parentIndex(sql`ic.oid`)}) end
      ) as attributes
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as ic on ic.oid = i.indexrelid
    join pg_catalog.pg_class as c on c.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_tablespace as s on s.oid = ic.reltablespace
    cross join lateral (
      select pg_catalog.format('CREATE %sINDEX %I', case when i.indisunique then 'UNIQUE ' end, ic.relname) as text
    ) as head
    where
      n.nspname = any(${schemas})
      and c.relkind in ('r', 'p', 'm')
      and not exists (
        select 1
        from pg_catalog.pg_constraint as k
        where k.conrelid = c.oid and k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
      )
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname, ic.relname
  `)

/** PostgreSQL prints ON ONLY for every index of a partitioned table, though it was not made so. */
const definition = sql`
  case
    when ic.relkind = 'I' then pg_catalog.concat(
      head.text,
      ' ON ',
      pg_catalog.substr(pg_catalog.pg_get_indexdef(i.indexrelid), pg_catalog.length(head.text) + pg_catalog.length(' ON ONLY ') + 1)
    )
    else pg_catalog.pg_get_indexdef(i.indexrelid)
  end
`

/** Statistics targets of expression columns, by their number. */
const statistics = sql`(
  select coalesce(
    pg_catalog.json_agg(
      pg_catalog.json_build_object('column', a.attnum, 'target', a.attstattarget)
      order by a.attnum
    ),
    '[]'
  )
  from pg_catalog.pg_attribute as a
  where a.attrelid = i.indexrelid and a.attstattarget >= 0
)`

/** Indexes of tables and materialized views. Those of constraints are left out. */
export const indexes: KindReader = {
  stage: 'parts of relations',
  kinds: ['index'],
  of: ['index'],
  exists: whether('index', sql`pg_catalog.pg_index as i where i.indexrelid >= 16384`),
  attributes,
  read: readIndexes,
}
