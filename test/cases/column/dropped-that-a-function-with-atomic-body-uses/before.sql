create table public.t (a integer, b integer);
create function public.f() returns integer language sql begin atomic select max(b) from public.t; end;
