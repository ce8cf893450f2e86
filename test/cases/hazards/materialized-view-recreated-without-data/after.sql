create table public.t (a integer);
create materialized view public.mv as select a from public.t where a > 2 with no data;
