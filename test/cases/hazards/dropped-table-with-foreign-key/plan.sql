-- up
-- ! data_loss, blocks_reads, breaks_clients
drop table public.c;

-- down
create table public.c (
  id integer not null,
  p integer,
  constraint c_pkey primary key (id)
);
-- ! blocks_writes
alter table public.c
  add constraint c_p_fkey foreign key (p)
    references public.p (id);
