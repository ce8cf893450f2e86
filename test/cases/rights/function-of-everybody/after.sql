create table public.a (a integer);
create function public.f() returns integer language sql as 'select 1';
create function public.g() returns integer language sql as 'select 1';
revoke execute on function public.g() from public;
create procedure public.p() language sql as 'select 1';
create type public.e as enum ('a');
revoke usage on type public.e from public;
create domain public.d as text;
