-- Recreated: its own lock is not said, as of everything that the plan drops.
create table public.t (a integer);
create materialized view public.mv as select a from public.t where a > 1 with no data;
