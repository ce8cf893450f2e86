-- up
-- ! blocks_reads
drop index public.two_mark;
-- ! blocks_reads
alter table public.one
  detach partition public.part;
-- ! blocks_reads
drop index public.part_mark_idx;
-- ! scan, blocks_reads, fails_on_rows
alter table public.two
  attach partition public.part for values in (1);
-- ! blocks_reads
drop index public.one_mark;
drop function public.mark(integer);
-- ! breaks_clients
create function public.mark(n integer)
returns bigint
language sql
immutable
as $$select n + 2$$;
-- ! blocks_writes
create index one_mark on public.one using btree (public.mark(id));
-- ! scan, blocks_writes
create index two_mark on public.two using btree (public.mark(id));

-- down
-- ! blocks_reads
drop index public.one_mark;
-- ! blocks_reads
alter table public.two
  detach partition public.part;
-- ! blocks_reads
drop index public.part_mark_idx;
-- ! scan, blocks_reads, fails_on_rows
alter table public.one
  attach partition public.part for values in (1);
-- ! blocks_reads
drop index public.two_mark;
drop function public.mark(integer);
-- ! breaks_clients
create function public.mark(n integer)
returns integer
language sql
immutable
as $$select n + 1$$;
-- ! scan, blocks_writes
create index one_mark on public.one using btree (public.mark(id));
-- ! blocks_writes
create index two_mark on public.two using btree (public.mark(id));
