-- up
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type timestamptz using a at time zone 'UTC';

-- down
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type timestamp using a at time zone 'UTC';
