-- up
create schema app;
set local check_function_bodies = off;
-- ! opens_access
create function public.check_x(m public.x)
returns boolean
language sql
set search_path = 'app', 'pg_temp'
as $$ select m.id > 0 and exists (select 1 from v) $$;
-- ! opens_access
create function public.check_y(m public.x)
returns boolean
language sql
set search_path = ''
as $$ select m.id > 0 and exists (select 1 from app.v) $$;
set local check_function_bodies = on;
-- ! opens_access
create view app.v as
 select id,
    public.check_x(m.*) as ok,
    public.check_y(m.*) as ok2
   from public.x m;
set local search_path = app, pg_temp;
select pg_catalog.fmgr_sql_validator('public.check_x(public.x)'::pg_catalog.regprocedure);
set local search_path = '';
select pg_catalog.fmgr_sql_validator('public.check_y(public.x)'::pg_catalog.regprocedure);

-- down
-- ! breaks_clients
drop view app.v;
-- ! breaks_clients
drop function public.check_x(public.x);
-- ! breaks_clients
drop function public.check_y(public.x);
-- ! breaks_clients
drop schema app;
