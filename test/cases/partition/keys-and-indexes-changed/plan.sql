-- up
-- ! blocks_reads
alter table public.p
  drop constraint p_pkey;
-- ! blocks_reads
drop index public.u;
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.p
  add constraint p_pkey primary key (id, v);
-- ! scan, blocks_writes
create index i on public.p using btree (v desc);
-- ! scan, blocks_writes, fails_on_rows
create unique index u on public.p using btree (id, v) where (v > 0);

-- down
-- ! blocks_reads
alter table public.p
  drop constraint p_pkey;
-- ! blocks_reads
drop index public.u;
-- ! blocks_reads
drop index public.i;
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.p
  add constraint p_pkey primary key (id);
-- ! scan, blocks_writes
create index i on public.p using btree (v);
-- ! scan, blocks_writes, fails_on_rows
create unique index u on public.p using btree (id, v);
