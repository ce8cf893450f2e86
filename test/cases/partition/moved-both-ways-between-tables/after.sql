create table public.p (a integer, b integer not null) partition by list (a);
create table public.q (a integer, b bigint, c text not null default 'x') partition by list (a);
create table public.p1 partition of public.q for values in (2);
create table public.p2 (a integer, b integer not null);
create table public.q1 partition of public.p for values in (1);
create table public.s partition of public.q for values in (3);
create unique index on public.q (a, b);
create view public.v as select a, b from public.p1;
create function public.f() returns setof public.p1 language sql as 'select * from public.p1 where c is null';
