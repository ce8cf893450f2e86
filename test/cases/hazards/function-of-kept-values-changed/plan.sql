-- up
-- ! goes_stale
create or replace function public.size(text)
returns integer
language sql
immutable
as $$select length($1) + 1$$;

-- down
-- ! goes_stale
create or replace function public.size(text)
returns integer
language sql
immutable
as $$select length($1)$$;
