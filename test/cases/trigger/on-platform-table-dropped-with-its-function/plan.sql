-- up
-- ! blocks_reads, breaks_clients
drop function public.touch() cascade;
-- ! opens_access
create table public.t (
  a integer
);

-- down
-- ! data_loss, breaks_clients
drop table public.t;
-- ! opens_access
create function public.touch()
returns trigger
language plpgsql
as $$begin return new; end$$;
revoke all on function public.touch() from anon, authenticated, service_role;
-- ! blocks_writes
create trigger x before update on auth.users for each row execute function public.touch();
