create schema "My Schema";
create type "My Schema"."Ünï ""q""" as enum ('it''s', 'a,b', '');
create table "My Schema"."Order" ("select" int primary key, "a.b" text, "c""d" "My Schema"."Ünï ""q""", "E-Mail" text constraint "is mail?" check ("E-Mail" ~ '@'));
create index "ix on %" on "My Schema"."Order" ("a.b", (lower("E-Mail")));
create function "My Schema"."do It"("a b" int, "C" text default 'x''y') returns int language sql as $$ select "a b" $$;
create view "My Schema"."v iew" as select "select" as "from", "a.b" from "My Schema"."Order";
insert into "My Schema"."Order" values (1, 'x', 'a,b', 'a@b');
