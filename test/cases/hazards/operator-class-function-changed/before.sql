-- superuser, of the plan too
create function public.cmp(a integer, b integer) returns integer language sql immutable as 'select btint4cmp(a, b)';
create operator class public.ints for type integer using btree as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 public.cmp(integer, integer);
create table public.t (id integer, a integer);
create index t_id_idx on public.t (id public.ints);
create index t_a_idx on public.t (a public.ints);
