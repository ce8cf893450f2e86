create schema "Q s";
create sequence "Q s"."my seq" increment 5 maxvalue 100 cycle;
create table "Q s"."T" ("i d" integer default nextval('"Q s"."my seq"'), s serial, b bigserial);
alter sequence "Q s"."my seq" owned by "Q s"."T"."i d";
grant usage on sequence "Q s"."my seq" to anon;
