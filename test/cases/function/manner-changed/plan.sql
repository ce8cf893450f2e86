-- up
-- ! opens_access
create or replace function public.f(a integer)
returns setof integer
language sql
stable
parallel safe
strict
security definer
cost 5
rows 7
set search_path = ''
set work_mem = '1MB'
as $$select a$$;

-- down
-- ! breaks_clients
create or replace function public.f(a integer)
returns setof integer
language sql
as $$select a$$;
