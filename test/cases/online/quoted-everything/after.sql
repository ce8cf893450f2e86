create schema "My Schema";
create table "My Schema"."Order" (
  "Id" integer constraint "Order Key" primary key,
  "a ""b""" text default 'x',
  "select" integer generated always as identity
);
create index "an Index" on "My Schema"."Order" ("a ""b""");
comment on index "My Schema"."an Index" is 'I';
comment on column "My Schema"."Order"."a ""b""" is 'C';
comment on constraint "Order Key" on "My Schema"."Order" is 'K';
create policy "a b" on "My Schema"."Order" for select to anon using ("Id" = 2);
create policy "c.d" on "My Schema"."Order" for select to anon using ("Id" = 3);
comment on policy "c.d" on "My Schema"."Order" is 'P';
create view "My Schema"."A View" as select "Id" as "B" from "My Schema"."Order";
grant select ("B") on "My Schema"."A View" to anon;
create function "My Schema"."F"("A" integer default 5) returns integer language sql as 'select 1';
create trigger "T t" before update on "My Schema"."Order" for each row execute function pg_catalog.suppress_redundant_updates_trigger();
create type "My Schema"."E" as enum ('a''b');
create sequence "My Schema"."S q";
