-- up
-- ! blocks_reads
alter table public.t
  drop column b;
drop function public.f(integer);
-- ! breaks_clients
create function public.f(n integer)
returns integer
language sql
immutable
as $$select n + 1$$;
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b integer generated always as (public.f(a)) stored;

-- down
-- ! blocks_reads
alter table public.t
  drop column b;
drop function public.f(integer);
-- ! breaks_clients
create function public.f(a integer)
returns integer
language sql
immutable
as $$select a$$;
-- ! rewrite, scan, blocks_reads
alter table public.t
  add column b integer generated always as (public.f(a)) stored;
