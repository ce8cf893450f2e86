create sequence public.numbers;
create table public."all" (a integer default 1, b text default 'b', c integer, "d e" text default 'd', f integer);
create table public.alike (x integer) inherits (public."all");
create table public.own (b text default 'own', "d e" text default null) inherits (public."all");
create table public.below_own (y integer) inherits (public.own);
create table public.parts (k integer, n integer default 1, m integer default 1) partition by list (k);
create table public.part_1 partition of public.parts for values in (1);
create table public.part_2 partition of public.parts (n default 2) for values in (2);
