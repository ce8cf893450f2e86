-- up
-- ! blocks_reads
alter table public.ord
  drop constraint u;
-- ! blocks_reads
drop index public.expr_i;
-- ! blocks_reads
drop index public.only_i;
-- ! blocks_reads
drop index public.pred_i;
-- ! blocks_reads
drop index public.all_i;
-- ! blocks_reads
drop index public.part_i;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.ord
  alter column a type bigint;
-- ! blocks_reads
alter table only public.ord
  add constraint u unique (id, a);
-- ! scan, blocks_writes
create index all_i on public.ord using btree (a, id);
-- ! blocks_writes
create index expr_i on only public.ord using btree (((a + 1)));
-- ! blocks_writes
create index only_i on only public.ord using btree (a);
-- ! blocks_writes
create index part_i on only public.ord using btree (a, t);
-- ! blocks_writes
create index pred_i on only public.ord using btree (id) where (a > 0);
-- ! scan, blocks_writes
create index ord_1_part_i on public.ord_1 using btree (a, t);
alter index public.part_i attach partition public.ord_1_part_i;

-- down
-- ! blocks_reads
alter table public.ord
  drop constraint u;
-- ! blocks_reads
drop index public.expr_i;
-- ! blocks_reads
drop index public.only_i;
-- ! blocks_reads
drop index public.pred_i;
-- ! blocks_reads
drop index public.all_i;
-- ! blocks_reads
drop index public.part_i;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.ord
  alter column a type integer;
-- ! blocks_reads
alter table only public.ord
  add constraint u unique (id, a);
-- ! scan, blocks_writes
create index all_i on public.ord using btree (a, id);
-- ! blocks_writes
create index expr_i on only public.ord using btree (((a + 1)));
-- ! blocks_writes
create index only_i on only public.ord using btree (a);
-- ! blocks_writes
create index part_i on only public.ord using btree (a, t);
-- ! blocks_writes
create index pred_i on only public.ord using btree (id) where (a > 0);
-- ! scan, blocks_writes
create index ord_1_part_i on public.ord_1 using btree (a, t);
alter index public.part_i attach partition public.ord_1_part_i;
