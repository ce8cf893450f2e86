-- up
-- ! blocks_writes
alter table only public.p disable trigger tg;

-- down
-- ! blocks_writes
alter table public.p enable trigger tg;
