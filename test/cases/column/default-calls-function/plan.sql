-- up
create function public.next_n()
returns integer
language sql
as $$select 7$$;
revoke all on function public.next_n() from public;
-- ! opens_access
grant execute on function public.next_n() to public;
-- ! blocks_reads
alter table only public.t
  alter column n set default public.next_n();

-- down
-- ! blocks_reads
alter table only public.t
  alter column n drop default;
-- ! breaks_clients
drop function public.next_n();
