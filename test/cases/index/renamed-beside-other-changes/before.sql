create table public.t (id integer primary key, a integer, b text, c text);
create index t_a on public.t (a) with (fillfactor = 80);
create index t_b on public.t (b);
create unique index t_c on public.t (c);
create table public.s (id integer, constraint s_a check (id > 0), constraint s_b check (id < 10));
create domain public.d as integer constraint d_old check (value > 0);
create materialized view public.m as select id, a from public.t;
create index m_old on public.m (a);
create view public.v as select id, a, count(*) as n from public.t group by id;
