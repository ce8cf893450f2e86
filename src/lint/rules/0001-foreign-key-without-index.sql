-- info: No index leads with the columns of this foreign key: a delete of what it refers to reads the whole table.
-- Looks at: foreign keys.
-- Fix: Create an index whose first columns are those of the key.
select
  'constraint' as kind,
  n.nspname as schema,
  c.relname as name,
  f.conname as part,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, f.conname) as object,
  null as detail,
  not exists (
    select
    from pg_catalog.pg_index as i
    where
      i.indrelid = f.conrelid
      and i.indisvalid
      -- the first columns of the index, which is counted from 0, are those of the key in any order
      and f.conkey @> (i.indkey::smallint[])[0:pg_catalog.cardinality(f.conkey) - 1]
      and f.conkey <@ (i.indkey::smallint[])[0:pg_catalog.cardinality(f.conkey) - 1]
  ) as found
from pg_catalog.pg_constraint as f
join pg_catalog.pg_class as c on c.oid = f.conrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_depend as e
  on e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and e.objid = c.oid and e.deptype = 'e'
where
  f.contype = 'f'
  and n.nspname = any (pg_catalog.current_schemas(false))
  and e.objid is null
order by object
