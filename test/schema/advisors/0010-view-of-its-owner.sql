select
  'error' as level,
  pg_catalog.format('%I.%I', n.nspname, v.relname) as object,
  'Reads with the rights of its owner: row security is that of the owner, not of who asks.' as message
from pg_catalog.pg_class as v
join pg_catalog.pg_namespace as n on n.oid = v.relnamespace
where
  v.relkind = 'v'
  and n.nspname = 'public'
  and not exists (
    select 1
    from pg_catalog.pg_options_to_table(v.reloptions) as o
    where o.option_name = 'security_invoker' and o.option_value::boolean
  )
order by object
