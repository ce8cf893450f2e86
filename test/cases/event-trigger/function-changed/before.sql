-- superuser, of the plan too
create function public.one() returns event_trigger language plpgsql as 'begin end';
create function public.gone() returns event_trigger language plpgsql as 'begin end';
create event trigger a on ddl_command_end execute function public.one();
create event trigger b on ddl_command_end execute function public.gone();
create event trigger same on ddl_command_end execute function public.one();
