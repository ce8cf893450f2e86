create table public.p (a integer, b integer) partition by list (a);
create table public.q (a integer, b integer not null) partition by list (a);
create table public.p1 partition of public.q for values in (1);
create table public.p_late (a integer, b integer) partition by list (a);
create table public.q_late (a integer, b integer not null) partition by list (a);
create table public.p1_late partition of public.q_late for values in (1);
