-- error: Trusts metadata that users can change.
-- Looks at: policies.
-- Fix: Keep roles in app_metadata, or in a table that users cannot write.
select
  'policy' as kind,
  n.nspname as schema,
  c.relname as name,
  p.polname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, p.polname) as object,
  null as detail,
  pg_catalog.concat_ws(
    ' ',
    pg_catalog.pg_get_expr(p.polqual, p.polrelid),
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
  ) ~ 'user_metadata|raw_user_meta_data' as found
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = any (pg_catalog.current_schemas(false))
order by object
