-- up
drop function public.f();
drop function public.g(integer);
-- ! breaks_clients
create function public.g(b integer)
returns integer
language sql
as $$select b$$;
revoke all on function public.g(integer) from public;
grant execute on function public.g(integer) to public;
create function public.f()
 returns integer
 language sql
begin atomic
 select public.g(1) as g;
end
;
revoke all on function public.f() from public;
grant execute on function public.f() to public;

-- down
drop function public.f();
drop function public.g(integer);
-- ! breaks_clients
create function public.g(a integer)
returns integer
language sql
as $$select a$$;
revoke all on function public.g(integer) from public;
grant execute on function public.g(integer) to public;
create function public.f()
 returns integer
 language sql
begin atomic
 select public.g(1) as g;
end
;
revoke all on function public.f() from public;
grant execute on function public.f() to public;
