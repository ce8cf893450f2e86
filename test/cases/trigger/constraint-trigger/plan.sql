-- up
-- ! blocks_writes
create constraint trigger x after insert on public.t deferrable initially deferred for each row execute function public.touch();

-- down
-- ! blocks_reads
drop trigger x on public.t;
