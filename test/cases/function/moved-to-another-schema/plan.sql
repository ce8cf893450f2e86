-- up
create function app.f()
returns integer
language sql
as $$select 1$$;
revoke all on function app.f() from public;
-- ! opens_access
grant execute on function app.f() to public;
-- ! blocks_reads
create or replace view public.v as
 select app.f() as a;
-- ! breaks_clients
drop function public.f();

-- down
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from public;
-- ! opens_access
grant execute on function public.f() to public;
-- ! blocks_reads
create or replace view public.v as
 select public.f() as a;
-- ! breaks_clients
drop function app.f();
