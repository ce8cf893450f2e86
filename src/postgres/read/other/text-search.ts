import { sql } from '../../connect.ts'
import { functionOf, list, nameIn, option, words } from './other-kind.ts'
import type { OtherKind } from './other-kind.ts'

/** Text search, in the order in which such objects need each other. */
export const textSearchKinds: readonly OtherKind[] = [
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
    making: sql`pg_catalog.format(
    'create text search parser %s (%s)',
    ${nameIn(sql`o.prsnamespace`, sql`o.prsname`)},
    ${list(
      option('start', sql`o.prsstart`),
      option('gettoken', sql`o.prstoken`),
      option('end', sql`o.prsend`),
      option('lextypes', sql`o.prslextype`),
      option('headline', sql`o.prsheadline`),
    )}
  )`,
  },
  {
    kind: 'text search template',
    catalog: 'pg_ts_template',
    from: sql`pg_catalog.pg_ts_template as o`,
    schema: sql`o.tmplnamespace`,
    definition: words(functionOf('init', sql`o.tmplinit`), functionOf('lexize', sql`o.tmpllexize`)),
    making: sql`pg_catalog.format(
    'create text search template %s (%s)',
    ${nameIn(sql`o.tmplnamespace`, sql`o.tmplname`)},
    ${list(option('init', sql`o.tmplinit`), option('lexize', sql`o.tmpllexize`))}
  )`,
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
    making: sql`pg_catalog.format(
    'create text search dictionary %s (%s)',
    ${nameIn(sql`o.dictnamespace`, sql`o.dictname`)},
    ${list(
      sql`(
        select 'template = ' || ${nameIn(sql`t.tmplnamespace`, sql`t.tmplname`)}
        from pg_catalog.pg_ts_template as t
        where t.oid = o.dicttemplate
      )`,
      sql`o.dictinitoption`,
    )}
  )`,
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
    making: sql`pg_catalog.concat(
    pg_catalog.format(
      'create text search configuration %s (parser = %s)',
      ${nameIn(sql`o.cfgnamespace`, sql`o.cfgname`)},
      (
        select ${nameIn(sql`p.prsnamespace`, sql`p.prsname`)}
        from pg_catalog.pg_ts_parser as p
        where p.oid = o.cfgparser
      )
    ),
    (
      select pg_catalog.string_agg(
        pg_catalog.format(
          E';\\nalter text search configuration %s add mapping for %I with %s',
          ${nameIn(sql`o.cfgnamespace`, sql`o.cfgname`)},
          k.alias,
          (
            select pg_catalog.string_agg(m.mapdict::pg_catalog.regdictionary::text, ', ' order by m.mapseqno)
            from pg_catalog.pg_ts_config_map as m
            where m.mapcfg = o.oid and m.maptokentype = k.tokid
          )
        ),
        ''
        order by k.tokid
      )
      from pg_catalog.ts_token_type(o.cfgparser) as k
      where k.tokid in (select m.maptokentype from pg_catalog.pg_ts_config_map as m where m.mapcfg = o.oid)
    )
  )`,
  },
]
