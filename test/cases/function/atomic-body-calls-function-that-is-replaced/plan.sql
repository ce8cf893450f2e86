-- up
drop function public.f();
drop function public.g(integer);
-- ! breaks_clients
create function public.g(b integer)
returns integer
language sql
as $$select b$$;
create function public.f()
 returns integer
 language sql
begin atomic
 select public.g(1) as g;
end
;

-- down
drop function public.f();
drop function public.g(integer);
-- ! breaks_clients
create function public.g(a integer)
returns integer
language sql
as $$select a$$;
create function public.f()
 returns integer
 language sql
begin atomic
 select public.g(1) as g;
end
;
