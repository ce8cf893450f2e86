-- superuser, of the plan too
create table public.notes (id integer primary key);
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger a on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE') execute function public.refuse();
comment on event trigger a is 'stays';
create event trigger b on sql_drop execute function public.refuse();
alter event trigger b enable always;
