create materialized view public.mv as select 1 as a;
