-- warn: Asks for the caller once a row; inside (select …) it is asked for once a statement.
-- Looks at: policies.
-- Fix: Write (select auth.uid()) instead of auth.uid().
select
  'policy' as kind,
  n.nspname as schema,
  c.relname as name,
  p.polname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, p.polname) as object,
  null as detail,
  pg_catalog.regexp_replace(
    pg_catalog.concat_ws(
      ' ',
      pg_catalog.pg_get_expr(p.polqual, p.polrelid),
      pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
    ),
    -- what directly follows a select is left out
    'select \(*(auth\.(uid|role|jwt|email)|current_setting)\(',
    '',
    'gi'
  ) ~* '\m(auth\.(uid|role|jwt|email)|current_setting)\(' as found
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = any (pg_catalog.current_schemas(false))
order by object
