-- up
create or replace function public.f(
  a integer[] default '{1}'::integer[],
  b timestamptz default (now() - '1 day'::interval)
)
returns integer
language sql
as $$select 1$$;

-- down
create or replace function public.f(
  a integer[] default '{}'::integer[],
  b timestamptz default now()
)
returns integer
language sql
as $$select 1$$;
