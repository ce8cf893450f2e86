-- up
-- ! opens_access
create function app.f()
returns integer
language sql
as $$select 1$$;
-- ! blocks_reads
create or replace view public.v as
 select app.f() as a;
-- ! breaks_clients
drop function public.f();

-- down
-- ! opens_access
create function public.f()
returns integer
language sql
as $$select 1$$;
-- ! blocks_reads
create or replace view public.v as
 select public.f() as a;
-- ! breaks_clients
drop function app.f();
