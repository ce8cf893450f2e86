-- error: Reads with the rights of its owner: row security is that of the owner, not of who asks.
-- Looks at: views of exposed schemas.
-- Fix: create view … with (security_invoker = true).
select
  'view' as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  not exists (
    select
    from pg_catalog.pg_options_to_table(c.reloptions) as o
    where o.option_name = 'security_invoker' and o.option_value::boolean
  ) as found
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  c.relkind = 'v'
  and n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[])
  and e.objid is null
order by object
