create table public.t (id integer primary key, n bigint);
create function public.f() returns numeric language sql begin atomic select sum(n) from public.t; end;
