-- up
-- ! blocks_reads
alter table public.b
  drop constraint fk;
-- ! scan, blocks_writes, fails_on_rows
alter table public.b
  add constraint fk foreign key (a_id)
    references app.a (id);

-- down
-- ! blocks_reads
alter table public.b
  drop constraint fk;
-- ! scan, blocks_writes, fails_on_rows
alter table public.b
  add constraint fk foreign key (a_id)
    references public.a (id);
