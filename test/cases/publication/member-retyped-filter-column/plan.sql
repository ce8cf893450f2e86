-- up
alter publication p drop table public.t;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column a type bigint;
alter publication p add table public.t where ((a > 1));

-- down
alter publication p drop table public.t;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type integer;
alter publication p add table public.t where ((a > 1));
