create table public.t (a integer);
create materialized view public.v as select a from public.t;
