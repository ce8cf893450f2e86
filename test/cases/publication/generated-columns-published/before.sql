-- An option of 18; elsewhere the comments alone differ.
create table public.notes (id integer primary key, body text, size integer generated always as (length(body)) stored);
create publication changed for table public.notes;
create publication back for table public.notes;
do $$
begin
  if pg_catalog.current_setting('server_version_num')::integer >= 180000 then
    alter publication back set (publish_generated_columns = stored);
  end if;
end
$$;
