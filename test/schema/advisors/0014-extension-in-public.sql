select
  'warning' as level,
  e.extname as object,
  'Its functions are exposed with the schema public.' as message
from pg_catalog.pg_extension as e
join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
where n.nspname = 'public'
order by object
