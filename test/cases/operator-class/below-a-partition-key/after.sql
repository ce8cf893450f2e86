-- superuser, of the plan too
create function public.int4cmp(a integer, b integer) returns integer language internal immutable strict as 'btint4cmp';
create operator class public.ints for type integer using btree as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 public.int4cmp(integer, integer), function 2 btint4sortsupport(internal);
create table public.t (id integer) partition by range (id public.ints);
