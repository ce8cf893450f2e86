create table public.t (a integer);
create materialized view public.mv as select a from public.t with no data;
