create schema "My Schema";
create schema "ŠČ";
create type "My Schema"."Ünï ""q""" as enum ('it''s', 'a,b', '', 'neu $1 \n');
create table "My Schema"."Order" ("select" bigint primary key, "a.b" varchar(20), "c""d" "My Schema"."Ünï ""q""" default 'it''s', "E-Mail" text constraint "is mail?" check ("E-Mail" ~ '@' and "E-Mail" !~ '\s'), "日本" text);
create index "ix on %" on "My Schema"."Order" ("a.b", (lower("E-Mail")));
create function "My Schema"."do It"("a b" int, "C" text default 'x''z') returns int language sql as $$ select "a b" + 1 $$;
create view "My Schema"."v iew" as select "select" as "from", "a.b", "日本" from "My Schema"."Order";
create table "ŠČ"."Order" (like "My Schema"."Order" including all);
comment on table "My Schema"."Order" is 'It''s a $$ "table" \ with
two lines';
comment on column "My Schema"."Order"."a.b" is '';
comment on constraint "is mail?" on "My Schema"."Order" is 'é';
comment on index "My Schema"."ix on %" is '%';
comment on function "My Schema"."do It"(int, text) is 'does';
comment on schema "ŠČ" is 'other';
