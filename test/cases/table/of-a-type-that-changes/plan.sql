-- up
drop view public.gw;
-- ! blocks_reads
alter table public.gu
  not of;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.gu
  alter column x type bigint;
-- ! blocks_reads
alter table public.gt
  not of;
alter type public.pt
  add attribute z text;
-- ! breaks_clients
alter type public.pu
  alter attribute x type bigint;
-- ! blocks_reads
alter table public.gu
  of public.pu;
-- ! blocks_reads
alter table public.gt
  add column z text;
-- ! blocks_reads
alter table public.gt
  of public.pt;
-- ! breaks_clients
create view public.gw as
 select x
   from public.gu;

-- down
drop view public.gw;
-- ! blocks_reads
alter table public.gu
  not of;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.gu
  alter column x type integer;
-- ! blocks_reads
alter table public.gt
  not of;
-- ! breaks_clients
alter type public.pt
  drop attribute z;
-- ! breaks_clients
alter type public.pu
  alter attribute x type integer;
-- ! blocks_reads
alter table public.gu
  of public.pu;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.gt
  drop column z;
-- ! blocks_reads
alter table public.gt
  of public.pt;
-- ! breaks_clients
create view public.gw as
 select x
   from public.gu;
