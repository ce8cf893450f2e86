select
  'error' as level,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  'Every role with a grant reads and writes all rows.' as message
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relkind in ('r', 'p')
  and not c.relrowsecurity
  and n.nspname = 'public'
order by object
