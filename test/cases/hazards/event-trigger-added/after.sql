-- superuser, of the plan too
create function public.f() returns event_trigger language plpgsql as 'begin end';
create event trigger stays on ddl_command_end execute function public.f();
alter event trigger stays enable always;
create event trigger silenced on ddl_command_end execute function public.f();
alter event trigger silenced disable;
create event trigger speaks on sql_drop when tag in ('DROP TABLE') execute function public.f();
create event trigger never on sql_drop execute function public.f();
alter event trigger never disable;
