-- up
-- ! blocks_reads
alter table public.b
  drop constraint fk;
-- ! scan, blocks_writes, fails_on_rows
alter table public.b
  add constraint fk foreign key (x, y)
    references public.a (x, y) match full on update cascade on delete set null deferrable initially deferred;

-- down
-- ! blocks_reads
alter table public.b
  drop constraint fk;
-- ! scan, blocks_writes, fails_on_rows
alter table public.b
  add constraint fk foreign key (x, y)
    references public.a (x, y);
