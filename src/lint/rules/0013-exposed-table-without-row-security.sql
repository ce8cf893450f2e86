-- error: Every role with a grant reads and writes all rows.
-- Looks at: tables of exposed schemas.
-- Fix: alter table … enable row level security, and a policy for each command.
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
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  c.relkind in ('r', 'p')
  and n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[])
  and e.objid is null
order by object
