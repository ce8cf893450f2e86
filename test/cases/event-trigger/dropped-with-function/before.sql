-- superuser, of the plan too
create table public.notes (id integer primary key);
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger refuse_drop on sql_drop execute function public.refuse();
create event trigger refuse on ddl_command_start execute function public.refuse();
