-- up
-- ! opens_access
create function public.f()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! blocks_writes
create trigger r before insert on public.t for each row execute function public.f();

-- down
-- ! blocks_reads
drop trigger r on public.t;
-- ! breaks_clients
drop function public.f();
