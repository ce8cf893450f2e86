-- up
-- ! blocks_reads
alter table public.b
  drop constraint u_key,
  alter constraint fw deferrable;
-- ! scan, fails_on_rows
alter table public.b
  validate constraint fw;
-- ! scan, blocks_reads, fails_on_rows
alter table public.b
  alter constraint fx deferrable,
  alter constraint fy deferrable initially deferred,
  alter constraint fz not deferrable,
  add constraint u_key unique (u) deferrable;
-- ! blocks_reads
alter table public.p
  alter constraint pa deferrable initially deferred;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.b
  drop constraint fw,
  drop constraint u_key,
  alter constraint fx not deferrable,
  alter constraint fy deferrable,
  alter constraint fz deferrable initially deferred,
  add constraint fw foreign key (w)
    references public.a (id) not valid,
  add constraint u_key unique (u);
-- ! blocks_reads
alter table public.p
  alter constraint pa not deferrable;
