-- up
-- ! blocks_reads
drop index public.i;
drop function public.f(integer);
-- ! breaks_clients
create function public.f(b integer)
returns integer
language sql
immutable
as $$select b$$;
-- ! scan, blocks_writes
create index i on public.t using btree (public.f(a));

-- down
-- ! blocks_reads
drop index public.i;
drop function public.f(integer);
-- ! breaks_clients
create function public.f(a integer)
returns integer
language sql
immutable
as $$select a$$;
-- ! scan, blocks_writes
create index i on public.t using btree (public.f(a));
