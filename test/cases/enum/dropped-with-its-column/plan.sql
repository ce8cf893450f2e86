-- up
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column mood;
-- ! breaks_clients
drop type public.mood;

-- down
create type public.mood as enum (
  'bad',
  'good'
);
-- ! blocks_reads
alter table public.t
  add column mood public.mood default 'bad'::public.mood;
