-- up
-- ! blocks_writes
create trigger x after update on public.t referencing old table as o new table as n for each statement execute function public.touch();

-- down
-- ! blocks_reads
drop trigger x on public.t;
