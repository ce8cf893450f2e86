-- up
create table public.ref (
  b integer,
  g integer
);
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.pp
  add constraint pp_key unique (band, geom);
-- ! blocks_writes
alter table public.ref
  add constraint ref_b_g_fkey foreign key (b, g)
    references public.pp (band, geom);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.ref;
-- ! blocks_reads
alter table public.pp
  drop constraint pp_key;
-- ! scan, blocks_reads
alter table public.pp_1
  add constraint pp_1_geom unique (band, geom);
