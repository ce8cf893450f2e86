-- warn: Its functions are exposed with its schema.
-- Looks at: extensions.
-- Fix: create extension … with schema extensions.
select
  'extension' as kind,
  n.nspname as schema,
  x.extname as name,
  null as part,
  x.extname as object,
  null as detail,
  n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[]) as found
from pg_catalog.pg_extension as x
join pg_catalog.pg_namespace as n on n.oid = x.extnamespace
order by object
