-- up
-- ! scan, blocks_writes, fails_on_rows
alter table public.t
  add constraint fk foreign key (r_id)
    references public.r (id);
-- ! opens_access
create function public.f()
returns trigger
language plpgsql
as $$begin return new; end$$;
-- ! blocks_writes
create trigger tr after insert on public.t for each row execute function public.f();

-- down
-- ! blocks_reads
alter table public.t
  drop constraint fk;
-- ! blocks_reads
drop trigger tr on public.t;
-- ! breaks_clients
drop function public.f();
