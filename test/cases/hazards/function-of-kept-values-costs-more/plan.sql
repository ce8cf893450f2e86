-- up
create or replace function public.size(text)
returns integer
language sql
immutable
parallel safe
cost 7
as $$select length($1)$$;

-- down
create or replace function public.size(text)
returns integer
language sql
immutable
as $$select length($1)$$;
