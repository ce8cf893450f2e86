set check_function_bodies = off;
create table public.t (a integer);
create table public.u (b integer);
create function public.f() returns bigint language sql as 'select sum(b) from public.t';
create function public.g() returns bigint language sql as 'select sum(b) from public.u';
create function public.h() returns bigint language sql as 'select sum(a) from public.t';
