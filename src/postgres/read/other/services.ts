import { sql } from '../../connect.ts'
import { functionOf, optionsOf, words } from './kind.ts'
import type { OtherKind } from './kind.ts'

/** Text search, statistics, foreign data, and what listens to events, in the order in which such objects need each other. */
export const serviceKinds: readonly OtherKind[] = [
  {
    kind: 'text search parser',
    catalog: 'pg_ts_parser',
    from: sql`pg_catalog.pg_ts_parser as o`,
    schema: sql`o.prsnamespace`,
    definition: words(
      functionOf('start', sql`o.prsstart`),
      functionOf('gettoken', sql`o.prstoken`),
      functionOf('end', sql`o.prsend`),
      functionOf('lextypes', sql`o.prslextype`),
      functionOf('headline', sql`o.prsheadline`),
    ),
  },
  {
    kind: 'text search template',
    catalog: 'pg_ts_template',
    from: sql`pg_catalog.pg_ts_template as o`,
    schema: sql`o.tmplnamespace`,
    definition: words(functionOf('init', sql`o.tmplinit`), functionOf('lexize', sql`o.tmpllexize`)),
  },
  {
    kind: 'text search dictionary',
    catalog: 'pg_ts_dict',
    from: sql`pg_catalog.pg_ts_dict as o`,
    schema: sql`o.dictnamespace`,
    owner: sql`o.dictowner`,
    definition: words(
      sql`(
        select pg_catalog.format('template %I.%I', tn.nspname, t.tmplname)
        from pg_catalog.pg_ts_template as t
        join pg_catalog.pg_namespace as tn on tn.oid = t.tmplnamespace
        where t.oid = o.dicttemplate
      )`,
      sql`o.dictinitoption`,
    ),
  },
  {
    kind: 'text search configuration',
    catalog: 'pg_ts_config',
    from: sql`pg_catalog.pg_ts_config as o`,
    schema: sql`o.cfgnamespace`,
    owner: sql`o.cfgowner`,
    definition: words(
      sql`(
        select pg_catalog.format('parser %I.%I', pn.nspname, p.prsname)
        from pg_catalog.pg_ts_parser as p
        join pg_catalog.pg_namespace as pn on pn.oid = p.prsnamespace
        where p.oid = o.cfgparser
      )`,
      sql`(
        select pg_catalog.string_agg(
          pg_catalog.concat(m.maptokentype, ' ', m.mapdict::pg_catalog.regdictionary),
          ', '
          order by m.maptokentype, m.mapseqno
        )
        from pg_catalog.pg_ts_config_map as m
        where m.mapcfg = o.oid
      )`,
    ),
  },
  {
    kind: 'statistics object',
    catalog: 'pg_statistic_ext',
    from: sql`pg_catalog.pg_statistic_ext as o`,
    schema: sql`o.stxnamespace`,
    owner: sql`o.stxowner`,
    definition: words(
      sql`pg_catalog.pg_get_statisticsobjdef(o.oid)`,
      sql`'statistics ' || nullif(o.stxstattarget, -1)`,
    ),
  },
  {
    kind: 'foreign-data wrapper',
    catalog: 'pg_foreign_data_wrapper',
    from: sql`pg_catalog.pg_foreign_data_wrapper as o`,
    owner: sql`o.fdwowner`,
    rights: [sql`o.fdwacl`, 'F'],
    definition: words(
      functionOf('handler', sql`o.fdwhandler`),
      functionOf('validator', sql`o.fdwvalidator`),
      optionsOf(sql`o.fdwoptions`),
    ),
  },
  {
    kind: 'server',
    catalog: 'pg_foreign_server',
    from: sql`pg_catalog.pg_foreign_server as o`,
    owner: sql`o.srvowner`,
    rights: [sql`o.srvacl`, 'S'],
    definition: words(
      sql`(select pg_catalog.format('wrapper %I', w.fdwname) from pg_catalog.pg_foreign_data_wrapper as w where w.oid = o.srvfdw)`,
      sql`'type ' || pg_catalog.quote_literal(o.srvtype)`,
      sql`'version ' || pg_catalog.quote_literal(o.srvversion)`,
      optionsOf(sql`o.srvoptions`),
    ),
  },
  {
    // The options may hold passwords: they are not read.
    kind: 'user mapping',
    catalog: 'pg_user_mapping',
    from: sql`(select m.umid as oid from pg_catalog.pg_user_mappings as m) as o`,
    definition: sql`''`,
  },
  {
    kind: 'event trigger',
    catalog: 'pg_event_trigger',
    from: sql`pg_catalog.pg_event_trigger as o`,
    // The platform has some too: ours call a function of ours.
    where: sql`exists (
      select 1
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_namespace as pn on pn.oid = p.pronamespace
      where p.oid = o.evtfoid and pn.nspname = any(area.schemas)
    )`,
    owner: sql`o.evtowner`,
    definition: words(
      sql`'on ' || o.evtevent`,
      sql`'when tag in ' || pg_catalog.array_to_string(o.evttags, ', ')`,
      sql`'execute ' || o.evtfoid::pg_catalog.regprocedure`,
      sql`case o.evtenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end`,
    ),
  },
]
