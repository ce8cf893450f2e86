-- superuser, of the plan too
create type public.mood as enum ('good');
create table public.notes (id integer primary key, mood public.mood);
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger gone on ddl_command_end execute function public.refuse();
