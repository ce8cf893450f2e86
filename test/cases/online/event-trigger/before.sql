-- superuser, of the plan too
create table public.notes (id integer primary key, body text);
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
