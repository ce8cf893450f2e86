create schema "An app";
create table "An app"."The t" ("A b" integer, "c.d" text);
