-- error: Refers to a unique of auth other than a primary key: the platform may drop it.
-- Looks at: foreign keys to tables of auth.
-- Fix: Refer to the primary key: auth.users (id).
select
  'constraint' as kind,
  n.nspname as schema,
  c.relname as name,
  f.conname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, f.conname) as object,
  null as detail,
  not i.indisprimary as found
from pg_catalog.pg_constraint as f
join pg_catalog.pg_class as c on c.oid = f.conrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_class as t on t.oid = f.confrelid
join pg_catalog.pg_index as i on i.indexrelid = f.conindid
where
  f.contype = 'f'
  and n.nspname = any (pg_catalog.current_schemas(false))
  and t.relnamespace = pg_catalog.to_regnamespace('auth')
order by object
