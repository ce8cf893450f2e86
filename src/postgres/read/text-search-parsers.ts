import { sql } from '../connect.ts'
import type { SQLQuery } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const parserAttributes = {
  comment: 'text?',
  start: 'text',
  gettoken: 'text',
  end: 'text',
  lextypes: 'text',
  headline: 'text?',
} as const

const templateAttributes = { comment: 'text?', init: 'text?', lexize: 'text' } as const

const parserId = sql`pg_catalog.format('textSearchParser %I.%I', n.nspname, o.prsname)`
const templateId = sql`pg_catalog.format('textSearchTemplate %I.%I', n.nspname, o.tmplname)`

const readParsers: Reader<typeof parserAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'textSearchParser' as kind,
      ${parserId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_ts_parser', sql`o.oid`)},
        'start', ${functionName(sql`o.prsstart`)},
        'gettoken', ${functionName(sql`o.prstoken`)},
        'end', ${functionName(sql`o.prsend`)},
        'lextypes', ${functionName(sql`o.prslextype`)},
        'headline', ${functionName(sql`o.prsheadline`)}
      ) as attributes
    from pg_catalog.pg_ts_parser as o
    join pg_catalog.pg_namespace as n on n.oid = o.prsnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_ts_parser', sql`o.oid`)}
    order by n.nspname, o.prsname
  `)

const readTemplates: Reader<typeof templateAttributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'textSearchTemplate' as kind,
      ${templateId} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'comment', ${commentOn('pg_ts_template', sql`o.oid`)},
        'init', ${functionName(sql`o.tmplinit`)},
        'lexize', ${functionName(sql`o.tmpllexize`)}
      ) as attributes
    from pg_catalog.pg_ts_template as o
    join pg_catalog.pg_namespace as n on n.oid = o.tmplnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_ts_template', sql`o.oid`)}
    order by n.nspname, o.tmplname
  `)

/** The name of a function that a column names; null where it names none. Its arguments are always the same. */
function functionName(column: SQLQuery): SQLQuery {
  return sql`(
    select pg_catalog.format('%I.%I', fn.nspname, f.proname)
    from pg_catalog.pg_proc as f
    join pg_catalog.pg_namespace as fn on fn.oid = f.pronamespace
    where f.oid = ${column}
  )`
}

/** Text search parsers. Nobody owns one. */
export const textSearchParsers: KindReader = {
  stage: 'other kinds',
  kinds: ['textSearchParser'],
  of: ['textSearchParser'],
  exists: whether('textSearchParser', sql`pg_catalog.pg_ts_parser as o where o.oid >= 16384`),
  attributes: parserAttributes,
  read: readParsers,
  addresses: sql`
    select ${catalogOid('pg_ts_parser')}::oid, o.oid, 0, ${parserId}
    from pg_catalog.pg_ts_parser as o
    join pg_catalog.pg_namespace as n on n.oid = o.prsnamespace
    cross join area
    where n.nspname = any(area.schemas)
  `,
}

/** Text search templates. Nobody owns one. */
export const textSearchTemplates: KindReader = {
  stage: 'other kinds',
  kinds: ['textSearchTemplate'],
  of: ['textSearchTemplate'],
  exists: whether('textSearchTemplate', sql`pg_catalog.pg_ts_template as o where o.oid >= 16384`),
  attributes: templateAttributes,
  read: readTemplates,
  addresses: sql`
    select ${catalogOid('pg_ts_template')}::oid, o.oid, 0, ${templateId}
    from pg_catalog.pg_ts_template as o
    join pg_catalog.pg_namespace as n on n.oid = o.tmplnamespace
    cross join area
    where n.nspname = any(area.schemas)
  `,
}
