create table public.t (a integer, b integer);
create function public.f() returns bigint language sql begin atomic select count(*) from public.t; end;
