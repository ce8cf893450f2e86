-- up
-- ! goes_stale
create or replace function public.same(
  text,
  text
)
returns boolean
language sql
immutable
as $$select lower($1) = lower($2)$$;

-- down
-- ! goes_stale
create or replace function public.same(
  text,
  text
)
returns boolean
language sql
immutable
as $$select $1 = $2$$;
