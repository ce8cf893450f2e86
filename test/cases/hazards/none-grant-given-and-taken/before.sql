create table public.t (a integer);
create function public.f() returns integer language sql as 'select 1';
