-- warn: A materialized view has no row security, and the API shows it.
-- Looks at: materialized views of exposed schemas.
-- Fix: Move it to a schema that is not exposed, or revoke select from anon and authenticated.
select
  'materializedView' as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  exists (
    select
    from pg_catalog.pg_roles as r
    where
      r.rolname in ('anon', 'authenticated')
      and pg_catalog.has_any_column_privilege(r.oid, c.oid, 'select')
  ) as found
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  c.relkind = 'm'
  and n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[])
  and e.objid is null
order by object
