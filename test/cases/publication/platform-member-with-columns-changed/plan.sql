-- up
-- ! breaks_clients
alter publication supabase_realtime drop table public.t;
alter publication supabase_realtime add table public.t (id);
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! opens_access
alter publication supabase_realtime drop table public.t;
-- ! blocks_reads
alter table public.t
  add column b integer;
alter publication supabase_realtime add table public.t;
