create table public.t (id int);
create function public.log_ddl() returns event_trigger language plpgsql as $$ begin raise debug '% %', tg_tag, tg_event; end $$;
create event trigger log_ddl on ddl_command_end when tag in ('DROP INDEX') execute function public.log_ddl();
