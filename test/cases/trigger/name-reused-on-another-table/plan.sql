-- up
-- ! blocks_reads
drop trigger t on public.a;
-- ! blocks_writes
create trigger t before insert on public.b for each row execute function public.f();

-- down
-- ! blocks_reads
drop trigger t on public.b;
-- ! blocks_writes
create trigger t before insert on public.a for each row execute function public.f();
