-- up
-- ! blocks_reads
alter table public.p
  detach partition public.p1;
-- ! blocks_reads
drop index public.p1_b_idx;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.p1
  drop column z,
  alter column c set expression as ((b * 3)),
  add column y integer;
-- ! blocks_reads
alter table public.p_typed
  detach partition public.p1_typed;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.p1_typed
  alter column b type bigint;
-- ! scan, blocks_reads, fails_on_rows
alter table public.q_typed
  attach partition public.p1_typed for values in (1);
-- ! scan, blocks_reads, fails_on_rows
alter table public.q
  attach partition public.p1 for values in (1);
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table public.q
  add constraint q_a_b_key unique (a, b);

-- down
-- ! blocks_reads
alter table public.q
  detach partition public.p1;
-- ! data_loss, rewrite, scan, blocks_reads, breaks_clients
alter table public.p1
  drop constraint p1_a_b_key,
  drop column y,
  alter column c set expression as ((b * 2)),
  add column z text default 'p'::text;
-- ! blocks_reads
alter table public.q_typed
  detach partition public.p1_typed;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.p1_typed
  alter column b type integer;
-- ! scan, blocks_reads, fails_on_rows
alter table public.p_typed
  attach partition public.p1_typed for values in (1);
-- ! scan, blocks_writes
create index p1_b_idx on public.p1 using btree (b);
-- ! scan, blocks_reads, fails_on_rows
alter table public.p
  attach partition public.p1 for values in (1);
-- ! blocks_reads
alter table public.q
  drop constraint q_a_b_key;
