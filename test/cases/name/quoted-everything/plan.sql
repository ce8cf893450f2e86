-- up
-- ! blocks_reads
alter table "My Schema"."Order"
  rename constraint "Order_pkey" to "Order Key";
-- ! rewrite, scan, blocks_reads
alter table "My Schema"."Order"
  alter column "a ""b""" set default 'x'::text,
  add column "select" integer not null generated always as identity (sequence name "My Schema"."Order_select_seq");
comment on column "My Schema"."Order"."a ""b""" is 'C';
create type "My Schema"."E" as enum (
  'a''b'
);
create sequence "My Schema"."S q";
comment on constraint "Order Key" on "My Schema"."Order" is 'K';
-- ! blocks_reads, changes_access
alter policy "a b" on "My Schema"."Order"
  using ("Id" = 2);
-- ! opens_access
create function "My Schema"."F"("A" integer default 5)
returns integer
language sql
as $$select 1$$;
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
-- ! opens_access
grant select ("B") on table "My Schema"."A View" to anon;

-- down
-- ! blocks_reads
alter table "My Schema"."Order"
  rename constraint "Order Key" to "Order_pkey";
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
-- ! data_loss, blocks_reads, breaks_clients
alter table "My Schema"."Order"
  alter column "a ""b""" drop default,
  drop column "select";
comment on column "My Schema"."Order"."a ""b""" is null;
comment on constraint "Order_pkey" on "My Schema"."Order" is null;
-- ! blocks_reads, changes_access
alter policy "a b" on "My Schema"."Order"
  using ("Id" = 1);
