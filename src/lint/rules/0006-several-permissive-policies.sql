-- warn: More than one permissive policy for one command and role: each of them is run for each row.
-- Looks at: permissive policies for anon and authenticated.
-- Fix: Join their conditions with or in one policy.
select
  'policy' as kind,
  n.nspname as schema,
  c.relname as name,
  pg_catalog.max(p.polname) as part,
  pg_catalog.format('%I.%I for %s to %I', n.nspname, c.relname, a.command, r.rolname) as object,
  pg_catalog.concat('Policies: ', pg_catalog.string_agg(p.polname, ', ' order by p.polname), '.') as detail,
  pg_catalog.count(*) > 1 as found
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join (
  values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')
) as a (letter, command) on p.polcmd::text in (a.letter, '*')
-- number 0 means PUBLIC
join pg_catalog.pg_roles as r on p.polroles && array[0::oid, r.oid]
where
  p.polpermissive
  and n.nspname = any (pg_catalog.current_schemas(false))
  and r.rolname in ('anon', 'authenticated')
group by n.nspname, c.relname, a.command, r.rolname
order by object
