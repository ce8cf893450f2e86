-- warn: Keeps numbers of the catalogue, which differ after an upgrade: pg_upgrade refuses the database.
-- Looks at: columns.
-- Fix: Keep the name, as text.
select
  'column' as kind,
  n.nspname as schema,
  c.relname as name,
  a.attname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, a.attname) as object,
  null as detail,
  -- regclass, regrole and regtype are carried over
  a.atttypid in (
    'regcollation'::pg_catalog.regtype,
    'regconfig'::pg_catalog.regtype,
    'regdictionary'::pg_catalog.regtype,
    'regnamespace'::pg_catalog.regtype,
    'regoper'::pg_catalog.regtype,
    'regoperator'::pg_catalog.regtype,
    'regproc'::pg_catalog.regtype,
    'regprocedure'::pg_catalog.regtype
  ) as found
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  c.relkind in ('r', 'p', 'm')
  and a.attnum > 0
  and not a.attisdropped
  and n.nspname = any (pg_catalog.current_schemas(false))
  and e.objid is null
order by object
