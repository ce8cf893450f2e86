select
  'warning' as level,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, p.polname) as object,
  'Asks for the caller once a row; inside (select …) it is asked for once a statement.' as message
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral pg_catalog.concat_ws(
  ' ',
  pg_catalog.pg_get_expr(p.polqual, p.polrelid),
  pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)
) as whole (expression)
where
  n.nspname = any (pg_catalog.current_schemas(false))
  -- what stands right behind a select is left out
  and pg_catalog.regexp_replace(
    whole.expression,
    'select \(*(auth\.(uid|role|jwt|email)|current_setting)\(',
    '',
    'gi'
  ) ~* '\m(auth\.(uid|role|jwt|email)|current_setting)\('
order by object
