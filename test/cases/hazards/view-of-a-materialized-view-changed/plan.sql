-- up
-- ! blocks_reads, goes_stale
create or replace view public.v as
 select b as a
   from public.t;

-- down
-- ! blocks_reads, goes_stale
create or replace view public.v as
 select a
   from public.t;
