-- up
-- ! blocks_writes
create trigger x before update on public.t for each row execute function public.touch();

-- down
-- ! blocks_reads
drop trigger x on public.t;
