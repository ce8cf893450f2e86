-- up
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.p
  add constraint p_pkey primary key (id, s);
-- ! scan, blocks_writes
create index p_s_idx on public.p using btree (s);
-- ! scan, blocks_writes
create index p_1_v_idx on public.p_1 using btree (v);

-- down
-- ! blocks_reads
alter table public.p
  drop constraint p_pkey;
-- ! blocks_reads
drop index public.p_s_idx;
-- ! blocks_reads
drop index public.p_1_v_idx;
