-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.b
  drop constraint fk,
  add constraint fk foreign key (x, y)
    references public.a (x, y) match full on update cascade on delete set null deferrable initially deferred;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.b
  drop constraint fk,
  add constraint fk foreign key (x, y)
    references public.a (x, y);
