-- error: Shows auth.users to whoever has the key of the API.
-- Looks at: views of exposed schemas.
-- Fix: Copy what others may see into a table with row security, and select from that.
select
  case c.relkind when 'm' then 'materializedView' else 'view' end as kind,
  n.nspname as schema,
  c.relname as name,
  null as part,
  pg_catalog.format('%I.%I', n.nspname, c.relname) as object,
  null as detail,
  exists (
    select
    from pg_catalog.pg_rewrite as r
    join pg_catalog.pg_depend as d on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
    where
      r.ev_class = c.oid
      and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
      and d.refobjid = pg_catalog.to_regclass('auth.users')
  )
  and exists (
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
  c.relkind in ('v', 'm')
  and n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[])
  and e.objid is null
order by object
