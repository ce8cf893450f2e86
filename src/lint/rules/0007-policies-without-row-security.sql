-- error: Has policies, and row security is off: nobody asks them.
-- Looks at: tables with policies.
-- Fix: alter table … enable row level security, or drop the policies.
select
  'table' as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  not c.relrowsecurity as found
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  n.nspname = any (pg_catalog.current_schemas(false))
  and exists (
    select
    from pg_catalog.pg_policy as p
    where p.polrelid = c.oid
  )
order by object
