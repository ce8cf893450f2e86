-- up
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! scan, blocks_reads, needs_empty_table
alter table public.t
  add column b text not null;
-- ! opens_access
grant select (b) on table public.t to anon;
