-- superuser, of the plan too
create table public.notes (id integer primary key, body text);
create table public.more (id integer primary key);
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger a on ddl_command_end when tag in ('ALTER TABLE', 'DROP TABLE') execute function public.refuse();
comment on event trigger a is 'stays';
create event trigger b on ddl_command_start execute function public.refuse();
alter event trigger b enable always;
