-- up
drop function public.f();
-- ! breaks_clients
create function public.f()
returns table (
  a integer,
  b integer
)
language sql
as $$select 1, 2$$;

-- down
drop function public.f();
-- ! breaks_clients
create function public.f()
returns setof record
language sql
as $$select 1, 2$$;
