select
  'error' as level,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  'The API reaches queues through pgmq_public, and this one has no row security.' as message
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relkind in ('r', 'p')
  and c.relname like 'q\_%'
  and not c.relrowsecurity
  and n.nspname = 'pgmq'
  and exists (
    select 1
    from pg_catalog.pg_namespace as exposed
    where exposed.nspname = 'pgmq_public'
  )
order by object
