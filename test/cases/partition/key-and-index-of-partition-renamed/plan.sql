-- up
-- ! blocks_reads
alter table public.p_1
  rename constraint p_1_pkey to other_key;
alter index public.p_1_v_idx rename to other;

-- down
-- ! blocks_reads
alter table public.p_1
  rename constraint other_key to p_1_pkey;
alter index public.other rename to p_1_v_idx;
