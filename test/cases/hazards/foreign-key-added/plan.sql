-- up
-- ! scan, blocks_writes, fails_on_rows
alter table public.c
  add constraint c_p_fkey foreign key (p)
    references public.p (id);

-- down
-- ! blocks_reads
alter table public.c
  drop constraint c_p_fkey;
