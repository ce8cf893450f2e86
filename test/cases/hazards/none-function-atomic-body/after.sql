create table public.t (a integer);
create function public.f() returns integer language sql begin atomic select min(a) from public.t; end;
