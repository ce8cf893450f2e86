import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { commentOn, notOfExtension, rightsOf, roleName } from './facet-columns.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const sequenceAttributes = {
  owner: 'text',
  comment: 'text?',
  rights: 'record[]',
  ownedBy: 'text?',
  persistence: 'text',
  type: 'text',
  start: 'text',
  increment: 'text',
  min: 'text',
  max: 'text',
  cache: 'text',
  cycle: 'boolean',
} as const

const readSequences: Reader<typeof sequenceAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'sequence' as kind,
      pg_catalog.format('sequence %I.%I', n.nspname, c.relname) as id,
      n.nspname::text as schema,
      o.id as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`c.relowner`)},
        'comment', ${commentOn('pg_class', sql`c.oid`)},
        'rights', ${rightsOf(sql`c.relacl`, sql`'s'`, sql`c.relowner`)},
        'ownedBy', o.id,
        'persistence', case c.relpersistence when 'u' then 'unlogged' else 'permanent' end,
        'type', pg_catalog.format_type(s.seqtypid, null),
        -- texts, since a JSON number may be too short for them
        'start', s.seqstart::text,
        'increment', s.seqincrement::text,
        'min', s.seqmin::text,
        'max', s.seqmax::text,
        'cache', s.seqcache::text,
        'cycle', s.seqcycle
      ) as attributes
    from pg_catalog.pg_sequence as s
    join pg_catalog.pg_class as c on c.oid = s.seqrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join lateral ${owningColumn} as o on true
    where
      n.nspname = any(${schemas})
      and o.deptype is distinct from 'i'
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname
  `)

const identityAttributes = {
  comment: 'text?',
  rights: 'record[]',
  persistence: 'text',
} as const

const readIdentitySequences: Reader<typeof identityAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'identitySequence' as kind,
      pg_catalog.format('identitySequence %I.%I', n.nspname, c.relname) as id,
      n.nspname::text as schema,
      o.id as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_class', sql`c.oid`)},
        'rights', ${rightsOf(sql`c.relacl`, sql`'s'`, sql`c.relowner`)},
        'persistence', case c.relpersistence when 'u' then 'unlogged' else 'permanent' end
      ) as attributes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    cross join lateral ${owningColumn} as o
    where n.nspname = any(${schemas}) and c.relkind = 'S' and o.deptype = 'i'
    order by n.nspname, c.relname
  `)

/** The id of the column that a sequence c belongs to, and how. */
const owningColumn: SQLQuery = sql`(
  select
    e.deptype,
    pg_catalog.format('column %I.%I.%I', tn.nspname, tc.relname, a.attname) as id
  from pg_catalog.pg_depend as e
  join pg_catalog.pg_class as tc on tc.oid = e.refobjid
  join pg_catalog.pg_namespace as tn on tn.oid = tc.relnamespace
  join pg_catalog.pg_attribute as a on a.attrelid = tc.oid and a.attnum = e.refobjsubid
  where
    e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and e.objid = c.oid
    and e.objsubid = 0
    and e.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and e.deptype in ('a', 'i')
    and e.refobjsubid > 0
)`

/** Sequences that belong to no identity column. One that a column owns has that column as its parent. */
export const sequences: KindReader = {
  stage: 'types',
  kinds: ['sequence'],
  of: ['sequence'],
  exists: relationsExist,
  attributes: sequenceAttributes,
  read: readSequences,
}

/**
 * The sequences behind identity columns: their attributes besides those of the column (name, comment, rights,
 * persistence).
 */
export const identitySequences: KindReader = {
  stage: 'parts of tables',
  kinds: ['identitySequence'],
  of: ['sequence'],
  exists: relationsExist,
  attributes: identityAttributes,
  read: readIdentitySequences,
}
