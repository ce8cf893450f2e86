import { sql } from '../connect.ts'
import type { Section } from './section.ts'

/** Functions, procedures and aggregates, with everything that their caller meets, and a digest of their whole definition. */
export const functions: Section = {
  name: 'functions',
  read: (db, schemas) =>
    db.query(sql`
      select
        pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as object,
        pg_catalog.concat_ws(
          ', ',
          'returns ' || pg_catalog.pg_get_function_result(p.oid),
          l.lanname,
          case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
          case when p.prosecdef then 'security definer' else 'security invoker' end,
          pg_catalog.array_to_string(p.proconfig, ', '),
          case
            when p.prokind = 'a' then (
              select pg_catalog.format('aggregate by %s', g.aggtransfn)
              from pg_catalog.pg_aggregate as g
              where g.aggfnoid = p.oid
            )
            else 'text ' || pg_catalog.left(pg_catalog.md5(pg_catalog.pg_get_functiondef(p.oid)), 8)
          end
        ) as detail
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
      join pg_catalog.pg_language as l on l.oid = p.prolang
      where
        n.nspname = any(${schemas})
        and not exists (
          select 1
          from pg_catalog.pg_depend as d
          where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e'
        )
      order by object
    `),
}
