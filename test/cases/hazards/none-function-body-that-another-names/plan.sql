-- up
create or replace function public.g()
returns integer
language sql
as $$select min(a) from public.t$$;

-- down
create or replace function public.g()
returns integer
language sql
as $$select max(a) from public.t$$;
