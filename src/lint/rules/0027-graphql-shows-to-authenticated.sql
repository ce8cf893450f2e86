-- warn: The schema that pg_graphql shows to authenticated names this table and its columns.
-- Looks at: tables and views of exposed schemas, where pg_graphql is installed.
-- Fix: revoke select from authenticated, or drop extension pg_graphql where nobody uses it.
select
  case c.relkind when 'v' then 'view' when 'm' then 'materializedView' when 'f' then 'foreignTable' else 'table' end as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  pg_catalog.has_any_column_privilege(r.oid, c.oid, 'select') as found
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_extension as g on g.extname = 'pg_graphql'
join pg_catalog.pg_roles as r on r.rolname = 'authenticated'
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  c.relkind in ('r', 'p', 'v', 'm', 'f')
  and n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[])
  and e.objid is null
order by object
