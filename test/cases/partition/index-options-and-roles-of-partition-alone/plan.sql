-- up
-- ! blocks_reads
alter table public.p_1
  replica identity using index p_1_id_v_idx;
-- ! blocks_reads
create table public.p_2 partition of public.p
for values in (2);
alter table public.p_1
  set without cluster;
alter index public.p_1_v_idx set (fillfactor=60);
alter table public.p_2
  replica identity using index p_2_id_v_idx;
alter index public.p_2_v_idx set (fillfactor=60);
alter table public.p_2
  cluster on p_2_v_idx;

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.p_2;
-- ! blocks_reads
alter table public.p_1
  replica identity default,
  cluster on p_1_v_idx;
alter index public.p_1_v_idx set (fillfactor=70);
