create function public.storage_of_user(p_user_id uuid)
returns table (
  table_name text,
  row_count bigint,
  bytes bigint
)
language plpgsql
stable
security invoker
set search_path = ''
set enable_seqscan = off
as $$
declare
  kept record;
begin
  perform private.assert_given('p_user_id', p_user_id is not null);

  for kept in
    select
      class.relname as name,
      owner.attname as owner_column,
      string_agg(format('coalesce(pg_column_size(kept.%I), 0)', field.attname), ' + ') as size
    from pg_catalog.pg_class as class
    join pg_catalog.pg_attribute as owner
      on owner.attrelid = class.oid and owner.attname = case class.relname when 'profiles' then 'id' else 'user_id' end
    join pg_catalog.pg_attribute as field
      on field.attrelid = class.oid and field.attnum > 0 and not field.attisdropped
    where
      class.relnamespace = 'public'::regnamespace
      and class.relkind in ('r', 'p')
      and not class.relispartition
      and has_column_privilege(class.oid, owner.attnum, 'select')
      and has_column_privilege(class.oid, field.attnum, 'select')
    group by class.relname, owner.attname
    order by class.relname
  loop
    return query execute format(
      'select %L::text, count(*), coalesce(sum(%s), 0)::bigint from public.%I as kept where kept.%I = $1',
      kept.name, kept.size, kept.name, kept.owner_column
    )
    using p_user_id;
  end loop;
end
$$;

-- Built from the catalog: a statement that names a table or a column is refused to whoever may not read it, and a new
-- table counts by itself.
-- By columns and not by rows: pg_column_size of a column reads no TOAST, that of a row unpacks all of it.
-- enable_seqscan off: one range of an index a table, also for a user who has most of the rows.
comment on function public.storage_of_user(uuid) is
  'What a user keeps, a row a table that the caller may read: how many rows, and the bytes of their values as stored, compressed; of columns that the caller may read, without indexes and row headers.';

revoke execute on function public.storage_of_user(uuid) from public, anon, authenticated, service_role;
grant execute on function public.storage_of_user(uuid) to authenticated, service_role;
