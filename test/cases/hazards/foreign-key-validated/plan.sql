-- up
-- ! scan, fails_on_rows
alter table public.c
  validate constraint c_p_fkey;

-- down
-- ! blocks_reads
alter table public.c
  drop constraint c_p_fkey,
  add constraint c_p_fkey foreign key (p)
    references public.p (id) not valid;
