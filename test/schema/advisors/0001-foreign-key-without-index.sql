select
  'info' as level,
  pg_catalog.format('%I.%I.%I', n.nspname, c.relname, f.conname) as object,
  'No index leads with the columns of this foreign key: a delete of what it refers to reads the whole table.' as message
from pg_catalog.pg_constraint as f
join pg_catalog.pg_class as c on c.oid = f.conrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where
  f.contype = 'f'
  and n.nspname = any (pg_catalog.current_schemas(false))
  and not exists (
    select 1
    from pg_catalog.pg_index as i
    where
      i.indrelid = f.conrelid
      and i.indisvalid
      -- the first columns of the index, which is counted from 0, are those of the key in any order
      and f.conkey @> (i.indkey::smallint[])[0:pg_catalog.cardinality(f.conkey) - 1]
      and f.conkey <@ (i.indkey::smallint[])[0:pg_catalog.cardinality(f.conkey) - 1]
  )
order by object
