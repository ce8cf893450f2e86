-- From 18 on NOT NULL has a name, which a partition has of its parent.
create table public.m (id integer, at date not null) partition by range (at);
create table public.m1 partition of public.m for values from ('2020-01-01') to ('2021-01-01');
create table public.m2 (id integer, at date not null);
create table public.p (a integer not null, b integer);
create table public.h (c integer) inherits (public.p);
create table public.lone (a integer not null, b integer);
