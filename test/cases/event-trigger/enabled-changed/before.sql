-- superuser, of the plan too
create table public.notes (id integer primary key);
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger a on ddl_command_end execute function public.refuse();
create event trigger b on ddl_command_end execute function public.refuse();
create event trigger c on ddl_command_end execute function public.refuse();
alter event trigger c enable always;
create event trigger d on ddl_command_end execute function public.refuse();
alter event trigger d disable;
