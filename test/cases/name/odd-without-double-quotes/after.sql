create schema "Ö, x.y;";
create table "Ö, x.y;"."/* parent */" (
  "id \ 1" integer,
  "null" text,
  constraint "primary" primary key ("id \ 1")
);
create table "Ö, x.y;"."Order % 'it' $1 ;--" (
  "select" integer,
  "A, b" text not null default E'a\\b, ''c'' "D" NULL ON UPDATE NO ACTION; -- x',
  "null not null" text default 'NULL',
  "default" numeric(10,2)[] not null default '{}',
  "Parent 😀" integer,
  constraint "Order % 'it' $1 ;--_pkey" primary key ("select"),
  constraint "check (a, b)" check ("A, b" <> E'x\\y, ''(' or "select" > (0 + 1)),
  constraint "unique, 2" unique ("A, b", "select"),
  constraint "to /* parent */" foreign key ("Parent 😀") references "Ö, x.y;"."/* parent */" ("id \ 1") on update cascade on delete set null
);
create index "i (x), y" on "Ö, x.y;"."Order % 'it' $1 ;--" (lower("A, b"), "default" desc) where "select" > 0;
comment on table "Ö, x.y;"."Order % 'it' $1 ;--" is E'line 1\n-- line 2; drop table x;\n''quoted'' \\ "D" $$ ';
comment on column "Ö, x.y;"."Order % 'it' $1 ;--"."A, b" is E'\\';
comment on index "Ö, x.y;"."i (x), y" is 'an; index';
create table "Ö, x.y;"."New" (
  "user" integer,
  "table" jsonb not null default '{"a": [1, 2], "b": "c''d"}',
  constraint "New_pkey" primary key ("user"),
  constraint "self" foreign key ("user") references "Ö, x.y;"."New" ("user"),
  constraint "ch" check ("table" ->> 'a, b' is not null or "table" ? '"x"')
);
