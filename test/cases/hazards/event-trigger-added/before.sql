-- superuser, of the plan too
create function public.f() returns event_trigger language plpgsql as 'begin end';
create event trigger stays on ddl_command_end execute function public.f();
create event trigger silenced on ddl_command_end execute function public.f();
