-- superuser, of the plan too
create type public.mood as enum ('good', 'bad');
create table public.notes (id integer primary key, mood public.mood default 'bad');
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger come on ddl_command_end execute function public.refuse();
