-- up
-- ! blocks_reads
alter table public.ref
  drop constraint ref_b_g_fkey;
-- ! data_loss, breaks_clients
drop table public.pp_2_0;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.pp_2;
-- ! scan, blocks_writes
alter table public.ref
  add constraint ref_b_g_fkey foreign key (b, g)
    references public.pp (band, geom);

-- down
-- ! blocks_reads
alter table public.ref
  drop constraint ref_b_g_fkey;
-- ! blocks_reads
create table public.pp_2 partition of public.pp
for values in (2)
partition by hash (geom);
create table public.pp_2_0 partition of public.pp_2
for values with (modulus 1, remainder 0);
-- ! scan, blocks_writes
alter table public.ref
  add constraint ref_b_g_fkey foreign key (b, g)
    references public.pp (band, geom);
