-- up
drop function public.f(integer[], timestamptz);
create function public.f(
  a integer[] default '{1}'::integer[],
  b timestamptz default (now() - '1 day'::interval)
)
returns integer
language sql
as $$select 1$$;
revoke all on function public.f(integer[], timestamptz) from public;
grant execute on function public.f(integer[], timestamptz) to public;

-- down
drop function public.f(integer[], timestamptz);
create function public.f(
  a integer[] default '{}'::integer[],
  b timestamptz default now()
)
returns integer
language sql
as $$select 1$$;
revoke all on function public.f(integer[], timestamptz) from public;
grant execute on function public.f(integer[], timestamptz) to public;
