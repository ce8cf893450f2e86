create schema "My Schema";
create table "My Schema"."Order" ("Id" integer primary key, "a ""b""" text);
create policy "a b" on "My Schema"."Order" for select to anon using ("Id" = 1);
