-- up
-- ! blocks_writes
alter table public.t disable trigger r;

-- down
-- ! blocks_writes
alter table public.t enable trigger r;
