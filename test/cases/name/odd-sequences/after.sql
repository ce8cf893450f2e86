create schema "Q s";
create sequence "Q s"."my seq" as bigint increment -5 minvalue -100 maxvalue -1 start -1;
create table "Q s"."T" ("i d" bigint default nextval('"Q s"."my seq"'), s bigserial, b integer);
create sequence "Q s".other owned by "Q s"."T".b;
grant select on sequence "Q s"."my seq" to anon;
