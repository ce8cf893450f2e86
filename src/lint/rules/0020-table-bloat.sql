-- info: Holds far more pages than its rows need.
-- Looks at: tables with statistics.
-- Fix: vacuum full, or pg_repack, when the space matters; look for a transaction that stays open.
-- Needs: live data
with widths as (
  select
    c.oid,
    c.relpages::numeric as pages,
    -- 24 bytes of header, 4 of pointer for each row; 8,168 bytes of a page are for rows
    pg_catalog.ceil(c.reltuples::numeric * (28 + pg_catalog.sum(s.avg_width)) / 8168) as needed
  from pg_catalog.pg_class as c
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_stats as s on s.schemaname = n.nspname and s.tablename = c.relname
  where c.relkind = 'r' and n.nspname = any (pg_catalog.current_schemas(false))
  group by c.oid, c.relpages, c.reltuples
)
select
  'table' as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  pg_catalog.format('%s pages of 8 KiB hold what fits into %s.', w.pages, w.needed) as detail,
  -- less than a megabyte is not worth a word
  w.pages - w.needed > 128 and w.needed < 0.3 * w.pages as found
from widths as w
join pg_catalog.pg_class as c on c.oid = w.oid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
order by object
