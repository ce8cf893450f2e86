create table public.t (a integer);
create function public.g() returns integer language sql as 'select max(a) from public.t';
create function public.f() returns integer language plpgsql as 'begin return public.g(); end';
