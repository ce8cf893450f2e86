-- up
-- ! scan, fails_on_rows
alter table public.t
  validate constraint fk;

-- down
-- ! blocks_reads
alter table public.t
  drop constraint fk,
  add constraint fk foreign key (a_id)
    references public.a (id) not valid;
