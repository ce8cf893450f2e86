-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.a
  add column parent_id integer,
  add constraint up foreign key (parent_id)
    references public.a (id) on delete cascade;

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.a
  drop constraint up,
  drop column parent_id;
