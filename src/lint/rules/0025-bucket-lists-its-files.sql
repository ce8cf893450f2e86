-- warn: Lists all files of a bucket to anybody; a public bucket serves its files without any policy.
-- Looks at: permissive select policies of storage.objects.
-- Fix: Narrow the condition to the caller's own files, or drop the policy.
-- Whether a bucket is public is a row, not the catalogue's to say: a policy that shows a whole bucket is enough here.
select
  'policy' as kind,
  n.nspname as schema,
  c.relname as name,
  p.polname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, p.polname) as object,
  null as detail,
  pg_catalog.pg_get_expr(p.polqual, p.polrelid) ~ '^(true|\(bucket_id = ''[^'']*''::text\))$' as found
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  n.nspname = 'storage'
  and c.relname = 'objects'
  and p.polpermissive
  and p.polcmd in ('r', '*')
order by object
