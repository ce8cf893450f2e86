-- up
-- ! blocks_reads
alter table public.p
  detach partition public.p_1;
-- ! blocks_reads
drop index public.p_1_v_idx;
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  attach partition public.p_1 for values in (1);

-- down
-- ! blocks_reads
alter table public.q
  detach partition public.p_1;
-- ! scan, blocks_writes
create index p_1_v_idx on public.p_1 using btree (v);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p_1 for values in (1);
