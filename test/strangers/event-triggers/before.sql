create table public.t (id int);
create function public.log_ddl() returns event_trigger language plpgsql as $$ begin raise debug '%', tg_tag; end $$;
