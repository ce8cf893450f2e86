create schema "S x";
create table "S x"."P t" (id int not null, "K y" text, primary key (id)) partition by list (id);
