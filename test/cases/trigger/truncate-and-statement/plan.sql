-- up
-- ! blocks_writes
create trigger t after truncate on public.a for each statement execute function public.f();
-- ! blocks_writes
create trigger u after delete on public.a referencing old table as gone for each statement execute function public.f();

-- down
-- ! blocks_reads
drop trigger t on public.a;
-- ! blocks_reads
drop trigger u on public.a;
