create table public.m (id integer, at date not null) partition by range (at);
create table public.m1 (id integer, at date not null);
create table public.m2 partition of public.m for values from ('2021-01-01') to ('2022-01-01');
create table public.p (a integer, b integer not null);
create table public.h (c integer) inherits (public.p);
create table public.lone (a integer not null, b integer);
