import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { ownCollation } from './collation.ts'
import { commentOn, rightsIn, notOfExtension, sortedOptions } from './facet-columns.ts'
import { optionsOf, secretsOf } from './foreign-options.ts'
import { childId, relationId } from './ids.ts'
import { relationsExist } from './shared-catalogs.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  comment: 'text?',
  rights: 'record[]',
  type: 'text',
  collation: 'text?',
  notNull: 'boolean',
  notNullName: 'text?',
  notNullInherited: 'text?',
  notNullComment: 'text?',
  notNullValidated: 'boolean?',
  notNullNoInherit: 'boolean?',
  notNullOwn: 'boolean?',
  default: 'text?',
  generated: 'text?',
  identity: 'record?',
  storage: 'text?',
  compression: 'text?',
  statistics: 'number?',
  options: 'text[]',
  foreignOptions: 'record[]',
  foreignSecrets: 'record[]',
  local: 'boolean',
  inherited: 'boolean',
} as const

const readColumns: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'column' as kind,
      ${childId('column', sql`a.attname`)} as id,
      n.nspname::text as schema,
      ${relationId} as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_class', sql`c.oid`, sql`a.attnum`)},
        'rights', case when a.attacl is null then '[]' else ${rightsIn(sql`a.attacl`, sql`c.relowner`)} end,
        'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
        'collation', ${ownCollation(sql`a.attcollation`, sql`t.typcollation`)},
        'notNull', a.attnotnull,
        ${notNullConstraint},
        'default', pg_catalog.pg_get_expr(f.adbin, f.adrelid),
        'generated', case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end,
        'identity', case when a.attidentity <> '' then ${identity} end,
        ${storage},
        'foreignOptions', ${foreign(optionsOf(sql`a.attfdwoptions`, 'table'))},
        'foreignSecrets', ${foreign(secretsOf(sql`a.attfdwoptions`, 'table', childId('column', sql`a.attname`)))},
        'local', a.attislocal,
        'inherited', a.attinhcount > 0
      ) as attributes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    left join pg_catalog.pg_attrdef as f on f.adrelid = c.oid and f.adnum = a.attnum
    left join pg_catalog.pg_constraint as k
      on k.conrelid = c.oid and k.contype = 'n' and k.conkey = array[a.attnum]
    left join ${identitySequences} as s on s.relation = c.oid and s."column" = a.attnum
    where
      n.nspname = any(${schemas})
      and c.relkind in ('r', 'p', 'f')
      and a.attnum > 0
      and not a.attisdropped
      and ${notOfExtension('pg_class', sql`c.oid`)}
    order by n.nspname, c.relname, a.attnum
  `)

/**
 * What 18 stores about a NOT NULL besides the column's flag, where it differs from the default. The default name is
 * table_column_not_null. An inherited one has the parent's name, or the name that it had before.
 */
const notNullConstraint = sql`
  'notNullName', case when k.conislocal and ${isNamed()} then pg_catalog.quote_ident(k.conname) end,
  'notNullInherited', case when not k.conislocal and ${isNamed()} then pg_catalog.quote_ident(k.conname) end,
  'notNullComment', ${commentOn('pg_constraint', sql`k.oid`)},
  'notNullValidated', case when k.conislocal and not k.convalidated then false end,
  'notNullNoInherit', case when k.conislocal and k.connoinherit then true end,
  'notNullOwn', case when k.conislocal and k.coninhcount > 0 then true end
`

function isNamed(): SQLQuery {
  return sql`k.conname <> pg_catalog.concat(c.relname, '_', a.attname, '_not_null')`
}

const storage = sql`
  'storage', case
    when a.attstorage <> t.typstorage
      then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
  end,
  'compression', case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end,
  'statistics', nullif(a.attstattarget, -1),
  'options', ${sortedOptions(sql`a.attoptions`)}
`

/** Most columns are not foreign: nothing is asked of them. */
function foreign(list: SQLQuery): SQLQuery {
  return sql`case when a.attfdwoptions is null then '[]' else ${list} end`
}

/** Numbers are texts, since a JSON number may be too short for them. */
const identity = sql`
  pg_catalog.json_build_object(
    'always', a.attidentity = 'a',
    'start', s.seqstart::text,
    'increment', s.seqincrement::text,
    'min', s.seqmin::text,
    'max', s.seqmax::text,
    'maxIsDefault', s.seqmax = case
      when s.seqincrement < 0 then -1
      when s.seqtypid = 'smallint'::pg_catalog.regtype then 32767
      when s.seqtypid = 'integer'::pg_catalog.regtype then 2147483647
      else 9223372036854775807
    end,
    'cache', s.seqcache::text,
    'cycle', s.seqcycle
  )
`

/** The sequences behind identity columns. */
const identitySequences = sql`(
  select e.refobjid as relation, e.refobjsubid as "column", q.*
  from pg_catalog.pg_depend as e
  join pg_catalog.pg_sequence as q on q.seqrelid = e.objid
  where
    e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and e.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and e.refobjsubid > 0
    and e.deptype = 'i'
)`

/** Columns of tables, in the order of the table; the order itself is not an attribute. */
export const columns: KindReader = {
  stage: 'parts of tables',
  kinds: ['column'],
  of: ['table', 'foreignTable'],
  exists: relationsExist,
  attributes,
  read: readColumns,
}
