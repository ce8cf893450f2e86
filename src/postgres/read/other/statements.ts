import { sql } from '../../connect.ts'
import type { SQLQuery } from '../../connect.ts'
import { words } from './kind.ts'

/**
 * The statements that make an object of a kind that no rule plans, without a semicolon at the end, over a row `o`
 * of its catalog: for copies. Options of foreign data may hold passwords and are left out; an event trigger on
 * login would meet the copy's own logins. Kinds that are not here, such as base types, have no single statement
 * that creates them.
 */
export const makingStatements: Readonly<Record<string, SQLQuery>> = {
  collation: sql`pg_catalog.format(
    'create collation %s (%s)',
    ${nameIn(sql`o.collnamespace`, sql`o.collname`)},
    ${list(
      sql`'provider = ' || case o.collprovider when 'i' then 'icu' when 'c' then 'libc' else 'builtin' end`,
      sql`'lc_collate = ' || pg_catalog.quote_literal(o.collcollate)`,
      sql`'lc_ctype = ' || pg_catalog.quote_literal(o.collctype)`,
      // called otherwise before 17
      sql`'locale = ' || pg_catalog.quote_literal(coalesce(pg_catalog.to_jsonb(o) ->> 'colllocale', pg_catalog.to_jsonb(o) ->> 'colliculocale'))`,
      sql`case when not o.collisdeterministic then 'deterministic = false' end`,
      sql`'rules = ' || pg_catalog.quote_literal(pg_catalog.to_jsonb(o) ->> 'collicurules')`,
    )}
  )`,
  operator: sql`pg_catalog.format(
    'create operator %s.%s (%s)',
    o.oprnamespace::pg_catalog.regnamespace,
    o.oprname,
    ${list(
      option('function', sql`o.oprcode`),
      sql`case when o.oprleft <> 0 then 'leftarg = ' || pg_catalog.format_type(o.oprleft, null) end`,
      sql`case when o.oprright <> 0 then 'rightarg = ' || pg_catalog.format_type(o.oprright, null) end`,
      operatorOption('commutator', sql`o.oprcom`),
      operatorOption('negator', sql`o.oprnegate`),
      option('restrict', sql`o.oprrest`),
      option('join', sql`o.oprjoin`),
      sql`case when o.oprcanhash then 'hashes' end`,
      sql`case when o.oprcanmerge then 'merges' end`,
    )}
  )`,
  cast: sql`pg_catalog.format(
    'create cast (%s as %s) %s',
    pg_catalog.format_type(o.castsource, null),
    pg_catalog.format_type(o.casttarget, null),
    ${words(
      sql`case o.castmethod when 'f' then 'with function ' || o.castfunc::pg_catalog.regprocedure when 'i' then 'with inout' else 'without function' end`,
      sql`case o.castcontext when 'a' then 'as assignment' when 'i' then 'as implicit' end`,
    )}
  )`,
  conversion: sql`pg_catalog.format(
    'create %s %s for %L to %L from %s',
    case when o.condefault then 'default conversion' else 'conversion' end,
    ${nameIn(sql`o.connamespace`, sql`o.conname`)},
    pg_catalog.pg_encoding_to_char(o.conforencoding),
    pg_catalog.pg_encoding_to_char(o.contoencoding),
    o.conproc::pg_catalog.regproc
  )`,
  'text search parser': sql`pg_catalog.format(
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
  'text search template': sql`pg_catalog.format(
    'create text search template %s (%s)',
    ${nameIn(sql`o.tmplnamespace`, sql`o.tmplname`)},
    ${list(option('init', sql`o.tmplinit`), option('lexize', sql`o.tmpllexize`))}
  )`,
  'text search dictionary': sql`pg_catalog.format(
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
  'text search configuration': sql`pg_catalog.concat(
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
  'statistics object': sql`pg_catalog.concat(
    pg_catalog.pg_get_statisticsobjdef(o.oid),
    case
      when o.stxstattarget >= 0 then pg_catalog.format(
        E';\\nalter statistics %s set statistics %s',
        ${nameIn(sql`o.stxnamespace`, sql`o.stxname`)},
        o.stxstattarget
      )
    end
  )`,
  'foreign-data wrapper': words(
    sql`pg_catalog.format('create foreign data wrapper %I', o.fdwname)`,
    sql`'handler ' || nullif(o.fdwhandler::pg_catalog.regproc::text, '-')`,
    sql`'validator ' || nullif(o.fdwvalidator::pg_catalog.regproc::text, '-')`,
  ),
  server: words(
    sql`pg_catalog.format('create server %I', o.srvname)`,
    sql`'type ' || pg_catalog.quote_literal(o.srvtype)`,
    sql`'version ' || pg_catalog.quote_literal(o.srvversion)`,
    sql`(
      select pg_catalog.format('foreign data wrapper %I', w.fdwname)
      from pg_catalog.pg_foreign_data_wrapper as w
      where w.oid = o.srvfdw
    )`,
  ),
  'event trigger': sql`case
    when o.evtevent <> 'login' then pg_catalog.concat(
      pg_catalog.format('create event trigger %I on %s', o.evtname, o.evtevent),
      (
        select ' when tag in (' || pg_catalog.string_agg(pg_catalog.quote_literal(k.tag), ', ') || ')'
        from pg_catalog.unnest(o.evttags) as k (tag)
      ),
      pg_catalog.format(' execute function %s()', o.evtfoid::pg_catalog.regproc),
      case
        when o.evtenabled <> 'O' then pg_catalog.format(
          E';\\nalter event trigger %I %s',
          o.evtname,
          case o.evtenabled when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end
        )
      end
    )
  end`,
}

function nameIn(schema: SQLQuery, name: SQLQuery): SQLQuery {
  return sql`pg_catalog.concat(${schema}::pg_catalog.regnamespace, '.', pg_catalog.quote_ident(${name}))`
}

function list(...parts: readonly SQLQuery[]): SQLQuery {
  return sql`pg_catalog.concat_ws(', ', ${sql.join([...parts], sql`, `)})`
}

function option(name: string, column: SQLQuery): SQLQuery {
  return sql`${`${name} = `}::text || nullif(${column}::pg_catalog.regproc::text, '-')`
}

function operatorOption(name: string, column: SQLQuery): SQLQuery {
  return sql`(
    select pg_catalog.format('%s = operator(%s.%s)', ${name}::text, x.oprnamespace::pg_catalog.regnamespace, x.oprname)
    from pg_catalog.pg_operator as x
    where x.oid = ${column}
  )`
}
