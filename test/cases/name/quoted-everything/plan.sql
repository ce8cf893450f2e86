-- up
-- ! blocks_reads
alter table "My Schema"."Order"
  drop constraint "Order_pkey";
-- ! blocks_reads
alter table only "My Schema"."Order"
  alter column "a ""b""" set default 'x'::text;
comment on column "My Schema"."Order"."a ""b""" is 'C';
-- ! rewrite, scan, blocks_reads
alter table "My Schema"."Order"
  add column "select" integer not null generated always as identity (sequence name "My Schema"."Order_select_seq");
create type "My Schema"."E" as enum (
  'a''b'
);
revoke all on type "My Schema"."E" from public, anon;
grant usage on type "My Schema"."E" to public;
revoke all on sequence "My Schema"."Order_select_seq" from anon;
create sequence "My Schema"."S q"
  as bigint
  increment by 1
  minvalue 1
  maxvalue 9223372036854775807
  start with 1
  cache 1
  no cycle;
revoke all on sequence "My Schema"."S q" from anon;
-- ! blocks_reads, changes_access
alter policy "a b" on "My Schema"."Order"
  using ("Id" = 2);
-- ! scan, blocks_reads, fails_on_rows
alter table "My Schema"."Order"
  add constraint "Order Key" primary key ("Id");
comment on constraint "Order Key" on "My Schema"."Order" is 'K';
create function "My Schema"."F"("A" integer default 5)
returns integer
language sql
as $$select 1$$;
revoke all on function "My Schema"."F"(integer) from public, anon;
-- ! opens_access
grant execute on function "My Schema"."F"(integer) to public;
-- ! scan, blocks_writes
create index "an Index" on "My Schema"."Order" using btree ("a ""b""");
comment on index "My Schema"."an Index" is 'I';
-- ! blocks_reads, opens_access
create policy "c.d" on "My Schema"."Order"
  for select
  to anon
  using ("Id" = 3);
comment on policy "c.d" on "My Schema"."Order" is 'P';
-- ! blocks_writes
create trigger "T t" before update on "My Schema"."Order" for each row execute function suppress_redundant_updates_trigger();
-- ! opens_access
create view "My Schema"."A View" as
 select "Id" as "B"
   from "My Schema"."Order";
revoke all on table "My Schema"."A View" from anon;
-- ! opens_access
grant select ("B") on table "My Schema"."A View" to anon;

-- down
-- ! blocks_reads
alter table "My Schema"."Order"
  drop constraint "Order Key";
-- ! breaks_clients
drop type "My Schema"."E";
-- ! breaks_clients
drop function "My Schema"."F"(integer);
-- ! blocks_reads
drop index "My Schema"."an Index";
-- ! blocks_reads, breaks_clients
drop policy "c.d" on "My Schema"."Order";
-- ! data_loss, breaks_clients
drop sequence "My Schema"."S q";
-- ! blocks_reads
drop trigger "T t" on "My Schema"."Order";
-- ! breaks_clients
drop view "My Schema"."A View";
-- ! blocks_reads
alter table only "My Schema"."Order"
  alter column "a ""b""" drop default;
comment on column "My Schema"."Order"."a ""b""" is null;
-- ! data_loss, blocks_reads, breaks_clients
alter table "My Schema"."Order"
  drop column "select";
-- ! blocks_reads, changes_access
alter policy "a b" on "My Schema"."Order"
  using ("Id" = 1);
-- ! scan, blocks_reads, fails_on_rows
alter table "My Schema"."Order"
  add constraint "Order_pkey" primary key ("Id");
