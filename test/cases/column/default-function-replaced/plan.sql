-- up
-- ! blocks_reads
alter table only public.t
  alter column n drop default;
drop function public.next_n();
-- ! breaks_clients
create function public.next_n()
returns bigint
language sql
as $$select 8::bigint$$;
revoke all on function public.next_n() from public;
grant execute on function public.next_n() to public;
-- ! blocks_reads
alter table only public.t
  alter column n set default public.next_n();

-- down
-- ! blocks_reads
alter table only public.t
  alter column n drop default;
drop function public.next_n();
-- ! breaks_clients
create function public.next_n()
returns integer
language sql
as $$select 7$$;
revoke all on function public.next_n() from public;
grant execute on function public.next_n() to public;
-- ! blocks_reads
alter table only public.t
  alter column n set default public.next_n();
