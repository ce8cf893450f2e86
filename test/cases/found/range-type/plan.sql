-- up
-- ! rewrite, scan, blocks_reads
alter table public.shift
  alter column free drop default,
  alter column free type text using free::text;
drop type public.span;
-- ! opens_access
create function public.time_diff(
  a time without time zone,
  b time without time zone
)
returns double precision
language sql
immutable
as $$ select extract(epoch from (a - b)) $$;
create type public.span as range (
  subtype = time without time zone,
  subtype_diff = public.time_diff,
  multirange_type_name = public.spans
);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.shift
  alter column free type public.spans using free::public.spans,
  alter column free set default '{}'::public.spans,
  add column one public.span;
-- ! scan, blocks_writes
create index shift_one on public.shift using gist (one);

-- down
-- ! blocks_reads
drop index public.shift_one;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.shift
  alter column free drop default,
  alter column free type text using free::text,
  drop column one;
drop type public.span;
-- ! breaks_clients
drop function public.time_diff(time without time zone, time without time zone);
create type public.span as range (
  subtype = time without time zone
);
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.shift
  alter column free type public.span_multirange using free::public.span_multirange,
  alter column free set default '{}'::public.span_multirange;
