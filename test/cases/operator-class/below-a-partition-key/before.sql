-- superuser, of the plan too
create operator class public.ints for type integer using btree as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(integer, integer);
create table public.t (id integer) partition by range (id public.ints);
