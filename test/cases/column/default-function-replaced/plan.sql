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
-- ! blocks_reads
alter table only public.t
  alter column n set default public.next_n();
