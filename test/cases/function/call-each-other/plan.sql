-- up
-- ! data_loss, breaks_clients
drop table public.x;
set local check_function_bodies = off;
-- ! opens_access
create function public.fc(n integer)
returns integer
language sql
as $$ select case when n > 0 then fa(n - 1) else 0 end $$;
set local check_function_bodies = on;
-- ! opens_access
create function public.fb(n integer)
returns integer
language sql
as $$ select case when n > 0 then fc(n - 1) else 0 end $$;
-- ! opens_access
create function public.fa(n integer)
returns integer
language sql
as $$ select case when n > 0 then fb(n - 1) else 0 end $$;
-- ! opens_access
create function public.pb(n integer)
returns integer
language plpgsql
as $$ begin return pa(n); end $$;
-- ! opens_access
create function public.pa(n integer)
returns integer
language plpgsql
as $$ begin return pb(n); end $$;
-- ! opens_access
create function public.self(n integer)
returns integer
language sql
as $$ select case when n > 0 then self(n - 1) else 0 end $$;
select pg_catalog.fmgr_sql_validator('public.fc(integer)'::pg_catalog.regprocedure);

-- down
-- ! breaks_clients
drop function public.fa(integer);
-- ! breaks_clients
drop function public.fb(integer);
-- ! breaks_clients
drop function public.fc(integer);
-- ! breaks_clients
drop function public.pa(integer);
-- ! breaks_clients
drop function public.pb(integer);
-- ! breaks_clients
drop function public.self(integer);
create table public.x (
  id integer
);
