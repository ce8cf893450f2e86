import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  template: 'text',
  options: 'text[]',
} as const

const id = sql`pg_catalog.format('textSearchDictionary %I.%I', n.nspname, o.dictname)`

/** One option of a list as PostgreSQL keeps it: `stopwords = 'english', accept = 'false'`. */
const option = `((?:"(?:""|[^"])*"|[^ ,"]+) = (?:E?'(?:''|[^'])*'|[^ ,']+))`

const readDictionaries: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'textSearchDictionary' as kind,
      ${id} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.dictowner`)},
        'comment', ${commentOn('pg_ts_dict', sql`o.oid`)},
        'template', pg_catalog.format('%I.%I', tn.nspname, t.tmplname),
        -- their order means nothing
        'options', array(
          select k.found[1]
          from pg_catalog.regexp_matches(o.dictinitoption, ${option}::text, 'g') as k (found)
          order by k.found[1] collate "C"
        )
      ) as attributes
    from pg_catalog.pg_ts_dict as o
    join pg_catalog.pg_namespace as n on n.oid = o.dictnamespace
    join pg_catalog.pg_ts_template as t on t.oid = o.dicttemplate
    join pg_catalog.pg_namespace as tn on tn.oid = t.tmplnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_ts_dict', sql`o.oid`)}
    order by n.nspname, o.dictname
  `)

/** Text search dictionaries. */
export const textSearchDictionaries: KindReader = {
  stage: 'other kinds',
  kinds: ['textSearchDictionary'],
  of: ['textSearchDictionary'],
  exists: whether('textSearchDictionary', sql`pg_catalog.pg_ts_dict as o where o.oid >= 16384`),
  attributes,
  read: readDictionaries,
  addresses: sql`
    select ${catalogOid('pg_ts_dict')}::oid, o.oid, 0, ${id}
    from pg_catalog.pg_ts_dict as o
    join pg_catalog.pg_namespace as n on n.oid = o.dictnamespace
    cross join area
    where n.nspname = any(area.schemas)
  `,
}
