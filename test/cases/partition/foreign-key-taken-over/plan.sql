-- up
-- ! blocks_reads, blocks_writes, fails_on_rows
alter table public.p
  add constraint pf foreign key (id)
    references public.r (id);

-- down
-- ! blocks_reads
alter table public.p
  drop constraint pf;
-- ! scan, blocks_writes
alter table public.p_1
  add constraint mine foreign key (id)
    references public.r (id);
