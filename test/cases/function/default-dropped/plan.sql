-- up
drop function public.f(integer);
-- ! breaks_clients
create function public.f(a integer)
returns integer
language sql
as $$select a$$;

-- down
create or replace function public.f(a integer default 1)
returns integer
language sql
as $$select a$$;
