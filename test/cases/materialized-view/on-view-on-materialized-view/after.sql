create table public.t (a bigint);
create materialized view public.a as select a from public.t;
create view public.b as select a from public.a;
create materialized view public.c as select a from public.b;
create index i on public.c (a);
