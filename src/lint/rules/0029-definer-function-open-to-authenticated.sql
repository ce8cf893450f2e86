-- warn: The API lets authenticated call it, and it runs with the rights of its owner.
-- Looks at: definer functions of exposed schemas.
-- Fix: security invoker; or revoke execute from public and authenticated; or a schema that is not exposed.
select
  case p.prokind when 'p' then 'procedure' else 'function' end as kind,
  n.nspname as schema,
  p.proname as name,
  null as part,
  pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) as object,
  null as detail,
  pg_catalog.has_function_privilege(r.oid, p.oid, 'execute') as found
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
join pg_catalog.pg_roles as r on r.rolname = 'authenticated'
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and e.objid = p.oid and e.deptype = 'e'
where
  p.prosecdef
  and p.prorettype <> 'trigger'::pg_catalog.regtype
  and n.nspname = any (pg_catalog.current_setting('lint.exposed')::text[])
  and e.objid is null
order by object
