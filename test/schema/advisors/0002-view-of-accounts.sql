select distinct
  'error' as level,
  pg_catalog.format('%I.%I', n.nspname, v.relname) as object,
  'Shows auth.users to whoever has the key of the API.' as message
from pg_catalog.pg_class as v
join pg_catalog.pg_namespace as n on n.oid = v.relnamespace
join pg_catalog.pg_rewrite as r on r.ev_class = v.oid
join pg_catalog.pg_depend as d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
where
  v.relkind in ('v', 'm')
  and n.nspname = 'public'
  and d.refclassid = 'pg_catalog.pg_class'::regclass
  and d.refobjid = 'auth.users'::regclass
  and (
    pg_catalog.has_any_column_privilege('anon', v.oid, 'select')
    or pg_catalog.has_any_column_privilege('authenticated', v.oid, 'select')
  )
order by object
