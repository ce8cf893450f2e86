create table public.t (id bigint, n text);
create function public.a(m bigint) returns bigint language sql immutable begin atomic select m + 2; end;
create function public.b(n integer) returns bigint language sql immutable begin atomic select public.a(n) + 1; end;
create function public.c(n integer) returns integer language sql begin atomic select public.b(n)::integer + (select count(t.id) from public.t as t)::integer; end;
create table public.u (id integer default public.c(2), g bigint generated always as (public.a(id)) stored, check (public.a(id) > 1));
create index ui on public.u (public.a(id)) where public.b(id) > 1;
