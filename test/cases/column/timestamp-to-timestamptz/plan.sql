-- up
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a drop default,
  alter column a type timestamptz,
  alter column a set default now();

-- down
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a drop default,
  alter column a type timestamp,
  alter column a set default now();
