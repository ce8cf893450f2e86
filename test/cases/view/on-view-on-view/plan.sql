-- up
-- ! blocks_reads
create or replace view public.u as
 select (a + 1) as a
   from public.t;

-- down
-- ! blocks_reads
create or replace view public.u as
 select a
   from public.t;
