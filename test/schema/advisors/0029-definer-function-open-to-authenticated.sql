select
  'warning' as level,
  pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as object,
  'The API lets authenticated call it, and it runs with the rights of its owner.' as message
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where
  p.prosecdef
  and p.prorettype <> 'trigger'::regtype
  and n.nspname = 'public'
  and pg_catalog.has_function_privilege('authenticated', p.oid, 'execute')
order by object
