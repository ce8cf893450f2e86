create table public.t (a integer);
create function public.f() returns integer language sql begin atomic select max(a) from public.t; end;
