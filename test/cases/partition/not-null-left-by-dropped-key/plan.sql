-- up
-- ! blocks_reads
alter table public.ev_1
  drop constraint ev_1_pkey;
-- ! blocks_reads
alter table public.ev
  alter column id drop not null;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev
  alter column id set not null;
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev_1
  add constraint ev_1_pkey primary key (id);
