-- up
-- ! opens_access
create function public.g()
returns integer
language sql
stable
as $$select 1$$;
-- ! blocks_reads, changes_access
alter policy own on public.t
  using (a = public.g());
-- ! blocks_reads
create or replace view public.v as
 select a
   from public.t
  where (a = public.g());
-- ! breaks_clients
drop function public.f();

-- down
-- ! opens_access
create function public.f()
returns integer
language sql
stable
as $$select 1$$;
-- ! blocks_reads, changes_access
alter policy own on public.t
  using (a = public.f());
-- ! blocks_reads
create or replace view public.v as
 select a
   from public.t
  where (a = public.f());
-- ! breaks_clients
drop function public.g();
