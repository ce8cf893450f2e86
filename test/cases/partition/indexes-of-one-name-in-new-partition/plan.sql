-- up
create table public.p_1 (
  id integer not null,
  v integer
);
create index p_1_v_idx on public.p_1 using btree (v);
create index p_1_v_idx1 on public.p_1 using btree (v) where (v > 0);
alter table public.p
  attach partition public.p_1 for values in (1);

-- down
-- ! data_loss, blocks_reads, breaks_clients
drop table public.p_1;
