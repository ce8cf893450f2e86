-- up
create function public.f()
returns trigger
language plpgsql
as $$begin return new; end$$;
revoke all on function public.f() from public;
-- ! opens_access
grant execute on function public.f() to public;
-- ! blocks_writes
create trigger r before insert on public.t for each row execute function public.f();

-- down
-- ! blocks_reads
drop trigger r on public.t;
-- ! breaks_clients
drop function public.f();
