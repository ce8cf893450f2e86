select
  'warning' as level,
  pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as object,
  'The path of the caller decides what its names mean.' as message
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where
  n.nspname = any (pg_catalog.current_schemas(false))
  and not exists (
    select 1
    from pg_catalog.unnest(p.proconfig) as s (setting)
    where s.setting like 'search\_path=%'
  )
order by object
