create function public.f() returns integer language sql as 'select 1';
create table public.u (a integer);
create table public.t (a integer);
create type public.mood as enum ('sad');
