-- up
-- ! blocks_writes
alter table public.t
  disable trigger x,
  enable always trigger y,
  enable replica trigger z;

-- down
-- ! blocks_writes
alter table public.t
  enable trigger x,
  enable trigger y,
  disable trigger z;
