select
  'warning' as level,
  pg_catalog.format('%I.%I', n.nspname, v.relname) as object,
  'A materialized view has no row security, and the API shows it.' as message
from pg_catalog.pg_class as v
join pg_catalog.pg_namespace as n on n.oid = v.relnamespace
where
  v.relkind = 'm'
  and n.nspname = 'public'
  and (
    pg_catalog.has_any_column_privilege('anon', v.oid, 'select')
    or pg_catalog.has_any_column_privilege('authenticated', v.oid, 'select')
  )
order by object
