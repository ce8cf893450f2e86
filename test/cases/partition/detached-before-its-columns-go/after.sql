create table public.p (id integer not null, v integer) partition by list (id);
create table public.p_1 (id integer, v integer);
