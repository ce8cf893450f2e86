-- up
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b public.email default 'a@b'::text;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;
