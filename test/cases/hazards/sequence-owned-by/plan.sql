-- up
-- ! blocks_writes
alter sequence public.s owned by public.t.a;

-- down
-- ! blocks_writes
alter sequence public.s owned by none;
