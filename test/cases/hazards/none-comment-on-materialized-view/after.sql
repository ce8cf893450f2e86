create materialized view public.mv as select 1 as a;
comment on materialized view public.mv is 'MV.';
