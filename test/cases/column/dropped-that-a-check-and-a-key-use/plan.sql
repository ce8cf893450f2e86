-- up
-- ! blocks_reads
alter table public.t
  drop constraint c;
-- ! blocks_reads
alter table public.u
  drop constraint fk;
-- ! blocks_reads
alter table public.t
  drop constraint k;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column b;

-- down
-- ! blocks_reads
alter table public.t
  add column b integer;
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint c check ((a > b));
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  add constraint k unique (a, b);
-- ! scan, blocks_writes, fails_on_rows
alter table public.u
  add constraint fk foreign key (a, b)
    references public.t (a, b);
