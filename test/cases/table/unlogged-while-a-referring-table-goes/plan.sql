-- up
-- ! blocks_reads
alter table public.a
  drop constraint ab;
-- ! rewrite, scan, blocks_reads
alter table public.c
  set unlogged;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.b;
-- ! rewrite, scan, blocks_reads
alter table public.a
  set unlogged;

-- down
-- ! rewrite, scan, blocks_reads
alter table public.a
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.c
  set logged;
create table public.b (
  id integer not null,
  x integer,
  constraint b_pkey primary key (id)
);
-- ! scan, blocks_writes, fails_on_rows
alter table public.a
  add constraint ab foreign key (x)
    references public.b (id);
-- ! blocks_writes
alter table public.b
  add constraint b_x_fkey foreign key (x)
    references public.a (id);
