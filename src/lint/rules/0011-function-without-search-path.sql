-- warn: The path of the caller decides what its names mean.
-- Looks at: functions and procedures.
-- Fix: Add set search_path = '' to its header, and a schema to each name in its body.
select
  case p.prokind when 'p' then 'procedure' else 'function' end as kind,
  n.nspname as schema,
  p.proname as name,
  null as part,
  pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as object,
  null as detail,
  not exists (
    select
    from pg_catalog.unnest(p.proconfig) as s (setting)
    where s.setting like 'search\_path=%'
  ) as found
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and e.objid = p.oid and e.deptype = 'e'
where
  p.prokind in ('f', 'p', 'w')
  and n.nspname = any (pg_catalog.current_schemas(false))
  and e.objid is null
order by object
