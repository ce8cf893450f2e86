-- warn: Lets everybody write every row.
-- Looks at: permissive policies that let rows be written.
-- Fix: Say in using and with check whose rows they are.
select
  'policy' as kind,
  n.nspname as schema,
  c.relname as name,
  p.polname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, p.polname) as object,
  null as detail,
  coalesce(
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) in ('true', '(1 = 1)')
    or (
      p.polcmd <> 'a'
      and pg_catalog.pg_get_expr(p.polqual, p.polrelid) in ('true', '(1 = 1)')
    ),
    false
  ) as found
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  p.polpermissive
  and p.polcmd <> 'r'
  and n.nspname = any (pg_catalog.current_schemas(false))
order by object
