-- warn: Two indexes are alike: each write pays for both.
-- Looks at: indexes.
-- Fix: Drop all but one of them.
select
  'index' as kind,
  n.nspname as schema,
  c.relname as name,
  pg_catalog.max(x.relname) as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  pg_catalog.concat('Indexes: ', pg_catalog.string_agg(x.relname, ', ' order by x.relname), '.') as detail,
  pg_catalog.count(*) > 1 as found
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
order by object, detail
