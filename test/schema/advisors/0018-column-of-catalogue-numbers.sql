select
  'warning' as level,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, a.attname) as object,
  'Keeps numbers of the catalogue, which differ after an upgrade: pg_upgrade refuses the database.' as message
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  c.relkind in ('r', 'p', 'm')
  and a.attnum > 0
  and not a.attisdropped
  and n.nspname = any (pg_catalog.current_schemas(false))
  -- regclass, regrole and regtype are carried over
  and a.atttypid in (
    'regcollation'::regtype,
    'regconfig'::regtype,
    'regdictionary'::regtype,
    'regnamespace'::regtype,
    'regoper'::regtype,
    'regoperator'::regtype,
    'regproc'::regtype,
    'regprocedure'::regtype
  )
order by object
