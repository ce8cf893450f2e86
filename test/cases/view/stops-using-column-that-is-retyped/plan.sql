-- up
-- ! blocks_reads
create or replace view public.v as
 select a
   from public.t
  where (a > 1);
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column b type bigint;

-- down
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column b type integer;
-- ! blocks_reads
create or replace view public.v as
 select a
   from public.t
  where (b > 1);
