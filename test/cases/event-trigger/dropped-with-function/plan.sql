-- up
-- ! changes_statements
drop event trigger refuse;
-- ! changes_statements
drop event trigger refuse_drop;
-- ! breaks_clients
drop function public.refuse();
-- ! data_loss, breaks_clients
drop table public.notes;

-- down
create table public.notes (
  id integer not null,
  constraint notes_pkey primary key (id)
);
-- ! opens_access
create function public.refuse()
returns event_trigger
language plpgsql
as $$ begin raise 'refused: %', tg_tag; end $$;
-- ! changes_statements
create event trigger refuse
  on ddl_command_start
  execute function public.refuse();
-- ! changes_statements
create event trigger refuse_drop
  on sql_drop
  execute function public.refuse();
