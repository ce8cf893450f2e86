-- up
-- ! blocks_reads
drop index public.own;
-- ! blocks_reads
drop index public.pi;
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public.r
  alter column a type bigint;
-- ! blocks_reads
alter table public."P p"
  detach partition public."P 1";
-- ! scan, blocks_reads, fails_on_rows
alter table public."P p"
  attach partition public."P 1" for values from ('2020-01-01') to ('2022-01-01');
-- ! rewrite, scan, blocks_reads, breaks_clients
alter table public."P p"
  alter column "i d" type bigint;
-- ! blocks_reads
alter table public."P 1"
  detach partition public."P 1 a";
-- ! scan, blocks_reads, fails_on_rows
alter table public."P 1"
  attach partition public."P 1 a" for values in ('it''s', 'x');
-- ! blocks_reads
alter table public."P p"
  add column "n ew" integer default 3;
-- ! blocks_reads
create table public."P 2" partition of public."P p"
default;
-- ! scan, blocks_reads, fails_on_rows
alter table public."P p"
  add constraint "P p_n ew_check" check (("n ew" > 0));
-- ! scan, blocks_writes, fails_on_rows
create unique index own on public."P 1 a" using btree ("i d", k);
-- ! scan, blocks_writes
create index pi on public."P p" using btree (k, "n ew");

-- down
-- ! blocks_reads
drop index public.own;
-- ! data_loss, blocks_reads, breaks_clients
drop table public."P 2";
-- ! blocks_reads
drop index public.pi;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public.r
  alter column a type integer;
-- ! blocks_reads
alter table public."P p"
  detach partition public."P 1";
-- ! scan, blocks_reads, fails_on_rows
alter table public."P p"
  attach partition public."P 1" for values from ('2020-01-01') to ('2021-01-01');
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table public."P p"
  alter column "i d" type integer;
-- ! blocks_reads
alter table public."P 1"
  detach partition public."P 1 a";
-- ! scan, blocks_reads, fails_on_rows
alter table public."P 1"
  attach partition public."P 1 a" for values in ('it''s', null);
-- ! data_loss, blocks_reads, breaks_clients
alter table public."P p"
  drop constraint "P p_n ew_check",
  drop column "n ew";
-- ! scan, blocks_writes, fails_on_rows
create unique index own on public."P 1 a" using btree ("i d");
-- ! scan, blocks_writes
create index pi on public."P p" using btree (k);
