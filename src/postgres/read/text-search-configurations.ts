import { sql } from '../connect.ts'
import { catalogOid, commentOn, notOfExtension, roleName } from './facet-columns.ts'
import { whether } from './kind-reader.ts'
import type { KindReader } from './kind-reader.ts'
import type { Reader } from './reader.ts'

const attributes = {
  owner: 'text',
  comment: 'text?',
  parser: 'text',
  mappings: 'record[]',
} as const

const id = sql`pg_catalog.format('textSearchConfiguration %I.%I', n.nspname, o.cfgname)`

/** The dictionaries that each type of token is looked up in, in the parser's order of types. */
const mappings = sql`(
  select coalesce(
    pg_catalog.json_agg(
      pg_catalog.json_build_object('token', pg_catalog.quote_ident(k.alias), 'dictionaries', m.dictionaries)
      order by k.tokid
    ),
    '[]'
  )
  from pg_catalog.ts_token_type(o.cfgparser) as k
  join (
    select
      m.mapcfg,
      m.maptokentype,
      pg_catalog.string_agg(pg_catalog.format('%I.%I', dn.nspname, d.dictname), ', ' order by m.mapseqno)
    from pg_catalog.pg_ts_config_map as m
    join pg_catalog.pg_ts_dict as d on d.oid = m.mapdict
    join pg_catalog.pg_namespace as dn on dn.oid = d.dictnamespace
    group by m.mapcfg, m.maptokentype
  ) as m (cfg, tokid, dictionaries) on m.cfg = o.oid and m.tokid = k.tokid
)`

const readConfigurations: Reader<typeof attributes> = (db, { schemas }) =>
  db.query(sql`
    select
      'textSearchConfiguration' as kind,
      ${id} as id,
      n.nspname::text as schema,
      null as parent,
      pg_catalog.json_build_object(
        'owner', ${roleName(sql`o.cfgowner`)},
        'comment', ${commentOn('pg_ts_config', sql`o.oid`)},
        'parser', pg_catalog.format('%I.%I', pn.nspname, p.prsname),
        'mappings', ${mappings}
      ) as attributes
    from pg_catalog.pg_ts_config as o
    join pg_catalog.pg_namespace as n on n.oid = o.cfgnamespace
    join pg_catalog.pg_ts_parser as p on p.oid = o.cfgparser
    join pg_catalog.pg_namespace as pn on pn.oid = p.prsnamespace
    where n.nspname = any(${schemas}) and ${notOfExtension('pg_ts_config', sql`o.oid`)}
    order by n.nspname, o.cfgname
  `)

/** Text search configurations, with their mappings. */
export const textSearchConfigurations: KindReader = {
  stage: 'other kinds',
  kinds: ['textSearchConfiguration'],
  of: ['textSearchConfiguration'],
  exists: whether(
    'textSearchConfiguration',
    sql`pg_catalog.pg_ts_config as o where o.oid >= 16384`,
  ),
  attributes,
  read: readConfigurations,
  addresses: sql`
    select ${catalogOid('pg_ts_config')}::oid, o.oid, 0, ${id}
    from pg_catalog.pg_ts_config as o
    join pg_catalog.pg_namespace as n on n.oid = o.cfgnamespace
    cross join area
    where n.nspname = any(area.schemas)
  `,
}
