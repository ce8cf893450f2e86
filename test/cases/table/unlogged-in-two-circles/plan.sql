-- up
-- ! blocks_reads
alter table public.c
  drop constraint ca,
  drop constraint cb;
-- ! rewrite, scan, blocks_reads
alter table public.e
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.d
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.a
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.b
  set unlogged;
-- ! rewrite, scan, blocks_reads
alter table public.c
  set unlogged;
-- ! scan, blocks_writes
alter table public.c
  add constraint ca foreign key (x)
    references public.a (id),
  add constraint cb foreign key (x)
    references public.b (id);

-- down
-- ! blocks_reads
alter table public.c
  drop constraint ca,
  drop constraint cb;
-- ! rewrite, scan, blocks_reads
alter table public.c
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.b
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.a
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.d
  set logged;
-- ! rewrite, scan, blocks_reads
alter table public.e
  set logged;
-- ! scan, blocks_writes
alter table public.c
  add constraint ca foreign key (x)
    references public.a (id),
  add constraint cb foreign key (x)
    references public.b (id);
