create schema "An app";
create table "An app"."The t" ("A b" integer, "c.d" text);
create statistics "An app"."S.t ""x""" on "A b", "c.d" from "An app"."The t";
alter statistics "An app"."S.t ""x""" set statistics 3;
comment on statistics "An app"."S.t ""x""" is 'odd';
create statistics public."S" on lower("c.d") from "An app"."The t";
