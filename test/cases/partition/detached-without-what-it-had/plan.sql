-- up
-- ! blocks_reads
alter table public.p
  detach partition public.p_1;
-- ! blocks_reads
alter table public.p_1
  drop constraint p_1_pkey,
  drop constraint p_k_check;
-- ! blocks_reads
drop index public.p_1_k_idx;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.p_1
  add constraint p_1_pkey primary key (id),
  add constraint p_k_check check ((k <> 'x'::text));
-- ! scan, blocks_writes
create index p_1_k_idx on public.p_1 using btree (k);
-- ! scan, blocks_reads
alter table public.p
  attach partition public.p_1 for values in (1);
