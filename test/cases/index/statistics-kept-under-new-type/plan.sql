-- up
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type varchar(9),
  alter column b type varchar(20),
  alter column id type bigint;
-- ! scan, blocks_writes
create index i on public.t using btree (lower((a)::text), length((b)::text));
alter index public.i
  alter column 1 set statistics 300;
-- ! scan, blocks_writes
create index j on public.t using btree (lower((b)::text));
alter index public.j
  alter column 1 set statistics 300;

-- down
-- ! blocks_reads
drop index public.i;
-- ! blocks_reads
drop index public.j;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.t
  alter column a type text,
  alter column b type varchar(10),
  alter column id type integer;
-- ! scan, blocks_writes
create index i on public.t using btree (lower(a), length((b)::text));
alter index public.i
  alter column 1 set statistics 300;
-- ! scan, blocks_writes
create index j on public.t using btree (lower((b)::text));
alter index public.j
  alter column 1 set statistics 300;
