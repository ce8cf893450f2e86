-- superuser
create function public.f() returns event_trigger language plpgsql as 'begin end';
alter function public.f() owner to postgres;
