-- up
-- ! opens_access
create or replace function public.f(integer)
returns integer
language sql
security definer
as $$select $1$$;

-- down
-- ! breaks_clients
create or replace function public.f(integer)
returns integer
language sql
as $$select $1$$;
