-- warn: The server has a newer version of this extension.
-- Looks at: extensions.
-- Fix: alter extension … update.
-- Needs: live data
select
  'extension' as kind,
  n.nspname as schema,
  x.extname as name,
  null as part,
  x.extname as object,
  pg_catalog.format('Version %s; the server has %s.', x.extversion, a.default_version) as detail,
  x.extversion <> a.default_version as found
from pg_catalog.pg_extension as x
join pg_catalog.pg_namespace as n on n.oid = x.extnamespace
join pg_catalog.pg_available_extensions as a on a.name = x.extname
order by object
