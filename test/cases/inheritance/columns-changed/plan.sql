-- up
-- ! blocks_reads
alter table only public.p
  alter column a drop default;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.p
  alter column a type bigint;
-- ! blocks_reads
alter table only public.p
  alter column a set default 2;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  alter column a set not null;
-- ! blocks_reads
alter table only public.q
  alter column a set default 2;
-- ! blocks_reads
alter table public.p
  add column d text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.p
  drop column b;

-- down
-- ! blocks_reads
alter table only public.p
  alter column a drop default;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p
  alter column a type integer;
-- ! blocks_reads
alter table only public.p
  alter column a set default 1;
-- ! blocks_reads
alter table public.p
  alter column a drop not null;
-- ! blocks_reads
alter table only public.q
  alter column a set default 1;
-- ! blocks_reads
alter table public.p
  add column b text;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.p
  drop column d;
