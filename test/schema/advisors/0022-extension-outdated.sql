select
  'warning' as level,
  e.extname as object,
  pg_catalog.format('Version %s; the server has %s.', e.extversion, a.default_version) as message
from pg_catalog.pg_extension as e
join pg_catalog.pg_available_extensions as a on a.name = e.extname
where e.extversion <> a.default_version
order by object
