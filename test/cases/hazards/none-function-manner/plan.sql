-- up
create or replace function public.f(integer)
returns integer
language sql
immutable
parallel safe
strict
cost 5
as $$select $1$$;

-- down
create or replace function public.f(integer)
returns integer
language sql
as $$select $1$$;
