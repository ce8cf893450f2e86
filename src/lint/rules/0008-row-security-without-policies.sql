-- info: Row security is on, and no policy opens a row to anybody.
-- Looks at: tables with row security.
-- Fix: Write a policy, or say with lint-ignore that only roles that pass row security use it.
select
  'table' as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  not exists (
    select
    from pg_catalog.pg_policy as p
    where p.polrelid = c.oid
  ) as found
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relrowsecurity
  and n.nspname = any (pg_catalog.current_schemas(false))
order by object
