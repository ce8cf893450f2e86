select
  'warning' as level,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  pg_catalog.concat('Indexes that are alike: ', pg_catalog.string_agg(x.relname, ', ' order by x.relname), '.') as message
from pg_catalog.pg_index as i
join pg_catalog.pg_class as x on x.oid = i.indexrelid
join pg_catalog.pg_class as c on c.oid = i.indrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname = any (pg_catalog.current_schemas(false))
group by
  n.nspname,
  c.relname,
  x.relam,
  i.indkey,
  i.indclass,
  i.indcollation,
  i.indoption,
  pg_catalog.pg_get_expr(i.indexprs, i.indrelid),
  pg_catalog.pg_get_expr(i.indpred, i.indrelid)
having pg_catalog.count(*) > 1
order by object
