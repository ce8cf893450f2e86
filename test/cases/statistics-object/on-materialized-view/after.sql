create table public.t (a integer, b integer);
create materialized view public.m as select a, b, 1 as c from public.t;
create statistics public.st on a, b from public.m;
alter statistics public.st set statistics 9;
