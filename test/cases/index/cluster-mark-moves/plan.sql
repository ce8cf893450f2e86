-- up
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint t_pkey,
  cluster on i,
  add constraint t_pkey primary key (a, b);
alter materialized view public.m
  cluster on m_b;
alter table public.s
  cluster on s_a;

-- down
-- ! scan, blocks_reads, fails_on_rows
alter table public.t
  drop constraint t_pkey,
  add constraint t_pkey primary key (a),
  cluster on t_pkey;
alter materialized view public.m
  cluster on m_a;
alter table public.s
  cluster on s_b;
