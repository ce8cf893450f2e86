create function public.size(text) returns integer language sql immutable as 'select length($1)';
create function public.twice(text) returns integer language sql immutable return public.size($1) * 2;
create table public.t (
  id integer primary key,
  a text,
  n integer generated always as (public.size(a)) stored,
  constraint t_a_check check (public.size(a) < 9),
  constraint t_a_excl exclude using btree (public.size(a) with =)
);
create index t_a_idx on public.t (id) where public.size(a) > 1;
create index t_twice_idx on public.t (public.twice(a));
create table public.p (a text) partition by range (public.size(a));
create table public.p_1 partition of public.p for values from (0) to (9);
create index p_a_idx on public.p (public.size(a));
create domain public.short as text constraint short_check check (public.size(value) < 9);
create view public.v as select public.size(a) as n from public.t;
create materialized view public.m as select n from public.v;
create index m_n_idx on public.m (n);
