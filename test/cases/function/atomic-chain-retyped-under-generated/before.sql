create table public.t (id integer);
create function public.a(n integer) returns integer language sql begin atomic select n + 1; end;
create function public.b(n integer) returns integer language sql begin atomic select public.a(n) + 1; end;
create function public.c(n integer) returns integer language sql begin atomic select public.b(n) + (select count(*) from public.t)::integer; end;
create table public.u (id integer default public.c(1), g integer generated always as (id + 1) stored, check (public.a(id) > 0));
create index ui on public.u (public.a(id)) where public.b(id) > 0;
