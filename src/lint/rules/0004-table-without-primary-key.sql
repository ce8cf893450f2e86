-- info: No primary key tells its rows apart.
-- Looks at: tables.
-- Fix: Add a primary key: replication, clients and repairs need to name one row.
select
  'table' as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  not exists (
    select
    from pg_catalog.pg_index as i
    where i.indrelid = c.oid and i.indisprimary
  ) as found
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  c.relkind in ('r', 'p')
  and n.nspname = any (pg_catalog.current_schemas(false))
  and e.objid is null
order by object
