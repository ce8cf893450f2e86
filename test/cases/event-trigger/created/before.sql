-- superuser, of the plan too
create function public.log_ddl() returns event_trigger language plpgsql as 'begin end';
