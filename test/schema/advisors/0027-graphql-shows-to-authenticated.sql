select
  'warning' as level,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  'The schema that pg_graphql shows to authenticated names this table and its columns.' as message
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relkind in ('r', 'p', 'v', 'm', 'f')
  and n.nspname = 'public'
  and pg_catalog.has_any_column_privilege('authenticated', c.oid, 'select')
  and exists (
    select 1
    from pg_catalog.pg_extension as e
    where e.extname = 'pg_graphql'
  )
order by object
