create table public.t (a integer, b integer, r int4range);
create table public.made_before (a integer);
create table public.p (id integer not null, v integer not null) partition by list (id);
create table public.p_1 partition of public.p for values in (1);
create table public.p_2 partition of public.p for values in (2);
