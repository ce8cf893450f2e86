-- up
-- ! blocks_reads
alter table public.events
  detach partition public.events_2020;
-- ! blocks_reads
alter table public.events
  add column word text;
-- ! blocks_reads
alter foreign table public.events_2021
  add column word text;
-- ! blocks_reads
alter table public.events
  attach partition public.events_2021 for values from ('2021-01-01') to ('2022-01-01');
-- ! blocks_reads
create foreign table public.events_2022 partition of public.events (
  word default 'w'::text
)
for values from ('2022-01-01') to ('2023-01-01')
server far
options (t 'e22');
-- ! scan, blocks_writes
create index events_id on public.events using btree (id);

-- down
-- ! blocks_reads, breaks_clients
drop foreign table public.events_2022;
-- ! blocks_reads
alter table public.events
  detach partition public.events_2021;
-- ! blocks_reads, breaks_clients
alter foreign table public.events_2021
  drop column word;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.events
  drop column word;
-- ! blocks_reads
drop index public.events_id;
-- ! blocks_reads
alter table public.events
  attach partition public.events_2020 for values from ('2020-01-01') to ('2021-01-01');
