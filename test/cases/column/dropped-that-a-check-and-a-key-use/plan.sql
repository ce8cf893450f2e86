-- up
-- ! blocks_reads
alter table public.u
  drop constraint fk;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop constraint c,
  drop constraint k,
  drop column b;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add column b integer,
  add constraint c check ((a > b)),
  add constraint k unique (a, b);
-- ! scan, blocks_writes, fails_on_rows
alter table public.u
  add constraint fk foreign key (a, b)
    references public.t (a, b);
