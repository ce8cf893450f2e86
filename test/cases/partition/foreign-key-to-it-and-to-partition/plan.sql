-- up
-- ! blocks_reads
create table public.p_2 partition of public.p
for values in (2);
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.r
  add column o integer,
  add constraint r_id_fkey foreign key (id)
    references public.p (id),
  add constraint r_o_fkey foreign key (o)
    references public.p_1 (id);

-- down
-- ! data_loss, blocks_reads, breaks_clients
alter table public.r
  drop constraint r_id_fkey,
  drop constraint r_o_fkey,
  drop column o;
-- ! data_loss, blocks_reads, breaks_clients
drop table public.p_2;
