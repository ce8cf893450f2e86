import { sql } from '../connect.ts'
import { commentOn, notOfExtension, sortedOptions } from './facet-columns.ts'
import { parentIndex } from './attached.ts'
import { childId, relationId } from './ids.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  type: 'text',
  definition: 'text',
  validated: 'boolean',
  deferrable: 'text',
  index: 'text?',
  indexComment: 'text?',
  indexOptions: 'text[]',
  clustered: 'boolean',
  tablespace: 'text?',
  attachedTo: 'text?',
  incomplete: 'boolean',
} as const

const readConstraints: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'constraint' as kind,
      ${childId('constraint', sql`k.conname`)} as id,
      n.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_constraint', sql`k.oid`)},
        'type', kind.name,
        'definition', pg_catalog.pg_get_constraintdef(k.oid),
        'validated', k.convalidated,
        'deferrable', case when not k.condeferrable then 'no' when k.condeferred then 'deferred' else 'immediate' end,
        ${index}
      ) as attributes
    from pg_catalog.pg_constraint as k
    join pg_catalog.pg_class as c on c.oid = k.conrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join (values ('p', 'primary'), ('u', 'unique'), ('x', 'exclude'), ('c', 'check'), ('f', 'foreign')) as kind (letter, name)
      on kind.letter::"char" = k.contype
    left join pg_catalog.pg_constraint as parent on parent.oid = k.conparentid
    left join pg_catalog.pg_index as i on i.indexrelid = k.conindid and k.contype <> 'f'
    left join pg_catalog.pg_class as ic on ic.oid = i.indexrelid
    left join pg_catalog.pg_tablespace as s on s.oid = ic.reltablespace
    where
      n.nspname = any(${schemas})
      and c.relkind in ('r', 'p', 'f')
      and (parent.oid is null or parent.conrelid <> k.conrelid)
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname, pg_catalog.strpos('puxcf', kind.letter), k.conname
  `)

/** The check of the first parent table that has one of this name. */
const parentCheck = sql`
  select pg_catalog.format('constraint %I.%I.%I', pn.nspname, pc.relname, k.conname)
  from pg_catalog.pg_inherits as h
  join pg_catalog.pg_class as pc on pc.oid = h.inhparent
  join pg_catalog.pg_namespace as pn on pn.oid = pc.relnamespace
  join pg_catalog.pg_constraint as pk
    on pk.conrelid = pc.oid and pk.conname = k.conname and pk.contype = 'c'
  where h.inhrelid = c.oid
  order by h.inhseqno
  limit 1
`

/** The foreign key of the partitioned table. */
const parentKey = sql`
  select pg_catalog.format('constraint %I.%I.%I', pn.nspname, pc.relname, parent.conname)
  from pg_catalog.pg_class as pc
  join pg_catalog.pg_namespace as pn on pn.oid = pc.relnamespace
  where pc.oid = parent.conrelid
`

/** What is set on the index of a constraint, and what it is attached to. */
const index = sql`
  'index', pg_catalog.quote_ident(ic.relname),
  'indexComment', ${commentOn('pg_class', sql`ic.oid`)},
  'indexOptions', ${sortedOptions(sql`ic.reloptions`)},
  'clustered', coalesce(i.indisclustered, false),
  'tablespace', pg_catalog.quote_ident(s.spcname),
  'attachedTo', case
    when k.contype = 'c' and not k.conislocal then (${parentCheck})
    when k.contype = 'f' and parent.oid is not null then (${parentKey})
    when ic.relispartition then (${parentIndex(sql`ic.oid`)})
  end,
  'incomplete', coalesce(not i.indisvalid, false)
`

/**
 * Constraints of tables; those that hold an index up say what is set on it. What a table has of its parent alone is
 * attached to that one's. Left out: the parts of a foreign key for the partitions that it refers to, NOT NULL (the column says it), constraint triggers (triggers say it).
 */
export const constraints: KindReader = {
  stage: 'parts of tables',
  kinds: ['constraint'],
  of: ['table', 'foreignTable'],
  exists: relationsExist,
  attributes,
  read: readConstraints,
}
