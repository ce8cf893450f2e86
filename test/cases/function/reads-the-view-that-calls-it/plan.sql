-- up
set local check_function_bodies = off;
-- ! opens_access
create function public.check_x(m public.x)
returns boolean
language sql
as $$ select m.id > 0 and exists (select 1 from v) $$;
set local check_function_bodies = on;
-- ! opens_access
create view public.v as
 select id,
    public.check_x(m.*) as ok
   from public.x m;
select pg_catalog.fmgr_sql_validator('public.check_x(public.x)'::pg_catalog.regprocedure);

-- down
-- ! breaks_clients
drop view public.v;
-- ! breaks_clients
drop function public.check_x(public.x);
