-- up
drop function public.f(integer);
-- ! breaks_clients
create function public.f(b integer)
returns integer
language sql
as $$select b$$;
comment on function public.f(integer) is 'F.';
revoke all on function public.f(integer) from public;
grant execute on function public.f(integer) to anon;

-- down
drop function public.f(integer);
-- ! breaks_clients
create function public.f(a integer)
returns integer
language sql
as $$select a$$;
comment on function public.f(integer) is 'F.';
revoke all on function public.f(integer) from public;
grant execute on function public.f(integer) to anon;
