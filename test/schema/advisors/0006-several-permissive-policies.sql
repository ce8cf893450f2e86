select
  'warning' as level,
  pg_catalog.format('%I.%I for %s to %I', n.nspname, c.relname, a.command, r.rolname) as object,
  'More than one permissive policy: each of them is run for each row.' as message
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join (
  values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')
) as a (letter, command) on p.polcmd::text in (a.letter, '*')
-- number 0 stands for PUBLIC
join pg_catalog.pg_roles as r on p.polroles && array[0::oid, r.oid]
where
  p.polpermissive
  and n.nspname = any (pg_catalog.current_schemas(false))
  and r.rolname in ('anon', 'authenticated')
group by n.nspname, c.relname, a.command, r.rolname
having pg_catalog.count(*) > 1
order by object
