-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.ev
  add constraint ok check ((kind <> 'x'::text));

-- down
-- ! blocks_reads
alter table public.ev
  drop constraint ok;
-- ! scan, blocks_reads
alter table public.ev_1
  add constraint ok check ((kind <> 'x'::text));
