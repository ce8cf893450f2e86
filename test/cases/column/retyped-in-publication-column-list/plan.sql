-- up
alter publication p drop table public.t;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.t
  alter column id type bigint,
  alter column n type bigint;
alter publication p add table public.t (id, n) where ((id > 0));

-- down
alter publication p drop table public.t;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column id type integer,
  alter column n type integer;
alter publication p add table public.t (id, n) where ((id > 0));
