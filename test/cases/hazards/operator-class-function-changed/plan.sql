-- up
-- ! blocks_reads
drop index public.t_a_idx;
-- ! goes_stale
create or replace function public.cmp(
  a integer,
  b integer
)
returns integer
language sql
immutable
as $$select btint4cmp(b, a)$$;

-- down
-- ! goes_stale
create or replace function public.cmp(
  a integer,
  b integer
)
returns integer
language sql
immutable
as $$select btint4cmp(a, b)$$;
-- ! scan, blocks_writes
create index t_a_idx on public.t using btree (a public.ints);
