create schema "Ö, x.y;";
create table "Ö, x.y;"."Order % 'it' $1 ;--" (
  "select" integer,
  "A, b" text,
  constraint "Order % 'it' $1 ;--_pkey" primary key ("select")
);
create table "Ö, x.y;"."/* parent */" (
  "id \ 1" integer,
  "null" text default 'null',
  constraint "primary" primary key ("id \ 1")
);
