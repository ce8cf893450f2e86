-- up
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.b
  drop constraint fk,
  add constraint fk foreign key (a_id)
    references app.a (id);

-- down
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.b
  drop constraint fk,
  add constraint fk foreign key (a_id)
    references public.a (id);
