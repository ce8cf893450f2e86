-- superuser, of the plan too
create schema hooks;
create function public.one() returns event_trigger language plpgsql as $$ begin raise debug '%', tg_tag; end $$;
create function hooks.two() returns event_trigger language plpgsql as 'begin end';
create event trigger a on ddl_command_end execute function hooks.two();
create event trigger b on ddl_command_end execute function public.one();
create event trigger same on ddl_command_end execute function public.one();
