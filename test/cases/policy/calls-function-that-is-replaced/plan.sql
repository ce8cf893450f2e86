-- up
-- ! blocks_reads
drop policy own on public.t;
drop function public.may(integer);
-- ! breaks_clients
create function public.may(b integer)
returns boolean
language sql
stable
as $$select b = 1$$;
-- ! blocks_reads
create policy own on public.t
  for select
  to public
  using (public.may(a));
comment on policy own on public.t is 'Own.';

-- down
-- ! blocks_reads
drop policy own on public.t;
drop function public.may(integer);
-- ! breaks_clients
create function public.may(a integer)
returns boolean
language sql
stable
as $$select a = 1$$;
-- ! blocks_reads
create policy own on public.t
  for select
  to public
  using (public.may(a));
comment on policy own on public.t is 'Own.';
