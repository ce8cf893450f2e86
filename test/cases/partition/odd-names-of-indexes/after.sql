create schema "S x";
create table "S x"."P t" (id int not null, "K y" text, primary key (id)) partition by list (id);
create table "S x"."P 1" partition of "S x"."P t" for values in (1);
create index on "S x"."P t" ("K y");
create index "J j" on "S x"."P 1" (id);
