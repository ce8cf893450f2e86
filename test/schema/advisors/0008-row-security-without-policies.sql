select
  'info' as level,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  'Row security is on, and no policy opens a row to anybody.' as message
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relrowsecurity
  and n.nspname = any (pg_catalog.current_schemas(false))
  and not exists (
    select 1
    from pg_catalog.pg_policy as p
    where p.polrelid = c.oid
  )
order by object
