create type public.mood as enum ('sad');
create table public.t (a integer);
create table public.u (a integer);
create function public.f() returns integer language sql as 'select 1';
