-- up
-- ! blocks_reads
alter table public.a
  add column parent_id integer;
-- ! scan, blocks_writes, fails_on_rows
alter table public.a
  add constraint up foreign key (parent_id)
    references public.a (id) on delete cascade;

-- down
-- ! blocks_reads
alter table public.a
  drop constraint up;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.a
  drop column parent_id;
