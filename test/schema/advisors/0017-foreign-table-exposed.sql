select
  'warning' as level,
  pg_catalog.format('%I.%I', n.nspname, t.relname) as object,
  'A foreign table has no row security, and the API shows it.' as message
from pg_catalog.pg_class as t
join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
where
  t.relkind = 'f'
  and n.nspname = 'public'
  and (
    pg_catalog.has_any_column_privilege('anon', t.oid, 'select')
    or pg_catalog.has_any_column_privilege('authenticated', t.oid, 'select')
  )
order by object
