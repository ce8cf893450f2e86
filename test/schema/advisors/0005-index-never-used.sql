select
  'info' as level,
  pg_catalog.format('%I.%I', s.schemaname, s.indexrelname) as object,
  'No query has used this index yet.' as message
from pg_catalog.pg_stat_all_indexes as s
join pg_catalog.pg_index as i on i.indexrelid = s.indexrelid
where
  s.idx_scan = 0
  and not i.indisunique
  and not i.indisprimary
  and s.schemaname = any (pg_catalog.current_schemas(false))
order by object
