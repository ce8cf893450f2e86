-- up
-- ! blocks_writes
create trigger r before update on public.t for each row execute function public.f();

-- down
-- ! blocks_reads
drop trigger r on public.t;
