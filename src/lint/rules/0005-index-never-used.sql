-- info: No query has used this index yet.
-- Looks at: indexes that no constraint needs.
-- Fix: Drop it when the statistics cover all that the application does: it costs each write.
-- Needs: live data
select
  'index' as kind,
  s.schemaname as schema,
  s.relname as name,
  s.indexrelname as part,
  pg_catalog.format('%I.%I', s.schemaname, s.indexrelname) as object,
  null as detail,
  s.idx_scan = 0 as found
from pg_catalog.pg_stat_all_indexes as s
join pg_catalog.pg_index as i on i.indexrelid = s.indexrelid
where
  not i.indisunique
  and s.schemaname = any (pg_catalog.current_schemas(false))
order by object
