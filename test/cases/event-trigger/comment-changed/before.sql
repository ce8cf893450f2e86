-- superuser, of the plan too
create function public.f() returns event_trigger language plpgsql as 'begin end';
create event trigger a on ddl_command_end execute function public.f();
comment on event trigger a is 'one';
create event trigger b on ddl_command_end execute function public.f();
