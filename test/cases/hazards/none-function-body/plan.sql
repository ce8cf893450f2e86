-- up
create or replace function public.f(integer)
returns integer
language sql
as $$select $1 + 1$$;

-- down
create or replace function public.f(integer)
returns integer
language sql
as $$select $1$$;
