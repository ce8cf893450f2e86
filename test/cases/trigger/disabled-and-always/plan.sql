-- up
-- ! blocks_writes
alter table public.t disable trigger x;
-- ! blocks_writes
alter table public.t enable always trigger y;
-- ! blocks_writes
alter table public.t enable replica trigger z;

-- down
-- ! blocks_writes
alter table public.t enable trigger x;
-- ! blocks_writes
alter table public.t enable trigger y;
-- ! blocks_writes
alter table public.t disable trigger z;
