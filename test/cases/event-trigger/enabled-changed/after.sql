-- superuser, of the plan too
create table public.notes (id integer primary key, body text);
create function public.refuse() returns event_trigger language plpgsql as $$ begin raise 'refused: %', tg_tag; end $$;
create event trigger a on ddl_command_end execute function public.refuse();
alter event trigger a disable;
create event trigger b on ddl_command_end execute function public.refuse();
alter event trigger b enable replica;
create event trigger c on ddl_command_end execute function public.refuse();
alter event trigger c disable;
create event trigger d on ddl_command_end execute function public.refuse();
alter event trigger d enable replica;
comment on event trigger d is 'off';
