-- up
-- ! blocks_reads
alter table public.t
  rename constraint t_key to t_pk;
-- ! blocks_reads
alter table public.t
  rename constraint positive to above_zero;
-- ! blocks_reads
alter table public.t
  rename constraint t_r to t_to_r;
-- ! blocks_reads
alter table public.u
  rename constraint x_check to x_above;
-- ! blocks_reads
alter table public.u
  rename constraint y_check to y_above;
alter index public.t_b rename to t_by_b;
-- ! blocks_reads
alter table public.t_1
  rename constraint t_1_pkey to t_1_pk;
-- ! blocks_reads
alter table public.t_1
  rename constraint t_r to t_to_r;
-- ! blocks_reads
alter table public.t_2
  rename constraint t_r to t_to_r;
alter index public.t_1_b_idx rename to t_1_by_b;
-- ! blocks_reads
alter table public.t_2_1
  rename constraint t_r to t_to_r;

-- down
-- ! blocks_reads
alter table public.t
  rename constraint t_pk to t_key;
-- ! blocks_reads
alter table public.t
  rename constraint above_zero to positive;
-- ! blocks_reads
alter table public.t
  rename constraint t_to_r to t_r;
-- ! blocks_reads
alter table public.u
  rename constraint x_above to x_check;
-- ! blocks_reads
alter table public.u
  rename constraint y_above to y_check;
alter index public.t_by_b rename to t_b;
-- ! blocks_reads
alter table public.t_1
  rename constraint t_1_pk to t_1_pkey;
-- ! blocks_reads
alter table public.t_1
  rename constraint t_to_r to t_r;
-- ! blocks_reads
alter table public.t_2
  rename constraint t_to_r to t_r;
alter index public.t_1_by_b rename to t_1_b_idx;
-- ! blocks_reads
alter table public.t_2_1
  rename constraint t_to_r to t_r;
