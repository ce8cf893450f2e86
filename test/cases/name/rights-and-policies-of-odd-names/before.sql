create schema "a-b";
create table "a-b"."x.y" ("p q" integer, "É" text);
