-- up
-- ! blocks_reads
alter table public.events
  detach partition public.events_2021;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.events_2021
  drop column word;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.events
  drop column word;
-- ! scan, blocks_reads, fails_on_rows
alter table public.events
  attach partition public.events_2020 for values from ('2020-01-01') to ('2021-01-01');

-- down
-- ! blocks_reads
alter table public.events
  detach partition public.events_2020;
-- ! blocks_reads
alter table public.events
  add column word text;
-- ! blocks_reads
alter table public.events_2021
  add column word text;
-- ! scan, blocks_reads, fails_on_rows
alter table public.events
  attach partition public.events_2021 for values from ('2021-01-01') to ('2022-01-01');
