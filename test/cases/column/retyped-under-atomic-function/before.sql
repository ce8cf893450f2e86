create table public.t (id integer primary key, n integer);
create function public.f() returns bigint language sql begin atomic select sum(n) from public.t; end;
