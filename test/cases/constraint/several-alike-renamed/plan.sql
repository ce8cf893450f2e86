-- up
-- ! blocks_reads
alter table public.t
  rename constraint a2 to a3;
-- ! blocks_reads
alter table public.t
  rename constraint a1 to a4;
alter index public.i2 rename to j1;
alter index public.i1 rename to j2;
alter index public.u2 rename to v1;
alter index public.u1 rename to v2;
-- ! blocks_reads
drop index public.i3;
-- ! blocks_reads
alter table public.t
  add column c text default 'x'::text;

-- down
-- ! blocks_reads
alter table public.t
  rename constraint a4 to a1;
-- ! blocks_reads
alter table public.t
  rename constraint a3 to a2;
alter index public.j2 rename to i1;
alter index public.j1 rename to i2;
alter index public.v2 rename to u1;
alter index public.v1 rename to u2;
-- ! data_loss, blocks_reads, breaks_clients
alter table public.t
  drop column c;
-- ! scan, blocks_writes
create index i3 on public.t using btree (a);
