create table public.p (a integer, b integer, c integer generated always as (b * 2) stored, z text default 'p') partition by list (a);
create table public.q (a integer, b integer, c integer generated always as (b * 3) stored, y integer) partition by list (a);
create table public.p1 partition of public.p for values in (1);
create index on public.p (b);
create table public.p_typed (a integer, b integer) partition by list (a);
create table public.q_typed (a integer, b bigint) partition by list (a);
create table public.p1_typed partition of public.p_typed for values in (1);
