create type public.c as (a integer);
create type public.around as (x public.c);
create function public.f(public.around) returns integer language sql set search_path = '' as 'select 1';
create table public.p (id integer not null, x public.c) partition by list (id);
create table public.p_1 partition of public.p for values in (1);
create view public.v as select row(1)::public.c as c;
