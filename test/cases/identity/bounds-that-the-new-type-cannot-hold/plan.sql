-- up
-- ! blocks_reads, blocks_writes
alter table public.falls
  alter column id set minvalue -500 set maxvalue 2000;
-- ! rewrite, scan, blocks_reads, blocks_writes, fails_on_rows, breaks_clients
alter table public.falls
  alter column id type smallint;
-- ! rewrite, scan, blocks_reads, blocks_writes, fails_on_rows, breaks_clients
alter table public.fits
  alter column id type integer;
-- ! blocks_reads, blocks_writes
alter table public.small
  alter column id set maxvalue 32767;
-- ! rewrite, scan, blocks_reads, blocks_writes, fails_on_rows, breaks_clients
alter table public.small
  alter column id type smallint;
-- ! blocks_reads, blocks_writes, renumbers
alter table public.start
  alter column id set start with 1 restart;
select pg_catalog.setval('public.start_id_seq', pg_catalog.max(id))
from public.start
having pg_catalog.max(id) >= (select last_value from public.start_id_seq);
-- ! rewrite, scan, blocks_reads, blocks_writes, fails_on_rows, breaks_clients
alter table public.start
  alter column id type integer;
-- ! blocks_reads, blocks_writes
alter table public.top
  alter column id set maxvalue 40000;
-- ! rewrite, scan, blocks_reads, blocks_writes, fails_on_rows, breaks_clients
alter table public.top
  alter column id type integer;

-- down
-- ! rewrite, scan, blocks_reads, blocks_writes, breaks_clients
alter table public.falls
  alter column id type integer,
  alter column id set minvalue -100000 set maxvalue 200000;
-- ! rewrite, scan, blocks_reads, blocks_writes, breaks_clients
alter table public.fits
  alter column id type bigint;
-- ! rewrite, scan, blocks_reads, blocks_writes, breaks_clients
alter table public.small
  alter column id type integer,
  alter column id set maxvalue 40000;
-- ! rewrite, scan, blocks_reads, blocks_writes, breaks_clients
alter table public.start
  alter column id type bigint,
  alter column id set start with 3000000000;
-- ! rewrite, scan, blocks_reads, blocks_writes, breaks_clients
alter table public.top
  alter column id type bigint,
  alter column id set maxvalue 5000000000;
