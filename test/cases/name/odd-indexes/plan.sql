-- up
-- ! blocks_reads
drop index "I"."I 1";
-- ! blocks_reads
drop index "I"."I""3";
-- ! blocks_reads
drop index "I"."I.2";
-- ! blocks_reads
drop index "I".same;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "I"."T"
  replica identity full,
  alter column "a b" type varchar(40),
  alter column "a b" drop not null,
  alter column "select" type bigint;
create table public.u (
  id integer
);
-- ! scan, blocks_writes
create index "I 1" on "I"."T" using btree ("a b" varchar_pattern_ops desc nulls last, (("select" + 2))) include (tags);
comment on index "I"."I 1" is 'y';
-- ! scan, blocks_writes, fails_on_rows
create unique index "I""3" on "I"."T" using btree (lower(("a b")::text) collate "C") nulls not distinct where ("select" > 1);
-- ! scan, blocks_writes
create index "I""4" on "I"."T" using btree ("select");
alter table "I"."T"
  cluster on "I""4";
-- ! scan, blocks_writes
create index "I.2" on "I"."T" using gin (j jsonb_path_ops) with (fastupdate=off);
-- ! scan, blocks_writes
create index same on "I"."T" using hash (j);
create index same on public.u using btree (id);

-- down
-- ! blocks_reads
drop index "I"."I 1";
-- ! blocks_reads
drop index "I"."I""3";
-- ! blocks_reads
drop index "I"."I""4";
-- ! blocks_reads
drop index "I"."I.2";
-- ! blocks_reads
drop index "I".same;
-- ! rewrite, scan, blocks_reads, fails_on_rows, breaks_clients
alter table "I"."T"
  replica identity default,
  alter column "a b" type text,
  alter column "a b" set not null,
  alter column "select" type integer;
-- ! data_loss, breaks_clients
drop table public.u;
-- ! scan, blocks_writes
create index "I 1" on "I"."T" using btree ("a b" text_pattern_ops desc nulls last, (("select" + 1)));
alter table "I"."T"
  cluster on "I 1";
comment on index "I"."I 1" is 'x';
-- ! scan, blocks_writes, fails_on_rows
create unique index "I""3" on "I"."T" using btree (lower("a b")) where ("select" > 0);
-- ! scan, blocks_writes
create index "I.2" on "I"."T" using gin (j jsonb_path_ops, tags);
-- ! scan, blocks_writes
create index same on "I"."T" using btree (j);
