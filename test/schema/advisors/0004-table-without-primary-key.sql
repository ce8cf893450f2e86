select
  'info' as level,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  'No primary key tells its rows apart.' as message
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relkind in ('r', 'p')
  and n.nspname = any (pg_catalog.current_schemas(false))
  and not exists (
    select 1
    from pg_catalog.pg_index as i
    where i.indrelid = c.oid and i.indisprimary
  )
order by object
