-- Whether a bucket is public is a row, not the catalogue's to say: a policy that shows a whole bucket is enough here.
select
  'warning' as level,
  pg_catalog.format('storage.objects.%I', p.polname) as object,
  'Lists all files of a bucket to anybody; a public bucket serves its files without any policy.' as message
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  n.nspname = 'storage'
  and c.relname = 'objects'
  and p.polpermissive
  and p.polcmd in ('r', '*')
  and pg_catalog.pg_get_expr(p.polqual, p.polrelid) ~ '^(true|\(bucket_id = ''[^'']*''::text\))$'
order by object
