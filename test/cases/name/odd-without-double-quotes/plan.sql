-- up
-- ! blocks_reads
alter table only "Ö, x.y;"."/* parent */"
  alter column "null" drop default;
comment on table "Ö, x.y;"."Order % 'it' $1 ;--" is E'line 1
-- line 2; drop table x;
''quoted'' \\ "D" $$ ';
-- ! scan, blocks_reads, blocks_writes, fails_on_rows
alter table "Ö, x.y;"."Order % 'it' $1 ;--"
  alter column "A, b" set default 'a\b, ''c'' "D" NULL ON UPDATE NO ACTION; -- x'::text,
  alter column "A, b" set not null,
  add column "Parent 😀" integer,
  add column "default" numeric(10,2)[] not null default '{}'::numeric[],
  add column "null not null" text default 'NULL'::text,
  add constraint "check (a, b)" check ((("A, b" <> 'x\y, ''('::text) or ("select" > (0 + 1)))),
  add constraint "to /* parent */" foreign key ("Parent 😀") references "Ö, x.y;"."/* parent */"("id \ 1") on update cascade on delete set null,
  add constraint "unique, 2" unique ("A, b", "select");
comment on column "Ö, x.y;"."Order % 'it' $1 ;--"."A, b" is E'\\';
create table "Ö, x.y;"."New" (
  "user" integer not null,
  "table" jsonb not null default '{"a": [1, 2], "b": "c''d"}'::jsonb,
  constraint "New_pkey" primary key ("user"),
  constraint ch check (((("table" ->> 'a, b'::text) is not null) or ("table" ? '"x"'::text)))
);
alter table "Ö, x.y;"."New"
  add constraint self foreign key ("user") references "Ö, x.y;"."New"("user");
-- ! scan, blocks_writes
create index "i (x), y" on "Ö, x.y;"."Order % 'it' $1 ;--" using btree (lower("A, b"), "default" desc) where ("select" > 0);
comment on index "Ö, x.y;"."i (x), y" is 'an; index';

-- down
-- ! blocks_reads
drop index "Ö, x.y;"."i (x), y";
-- ! blocks_reads
alter table only "Ö, x.y;"."/* parent */"
  alter column "null" set default 'null'::text;
-- ! data_loss, blocks_reads, breaks_clients
alter table "Ö, x.y;"."Order % 'it' $1 ;--"
  drop constraint "check (a, b)",
  drop constraint "to /* parent */",
  drop constraint "unique, 2",
  drop column "Parent 😀",
  drop column "default",
  drop column "null not null",
  alter column "A, b" drop default,
  alter column "A, b" drop not null;
comment on table "Ö, x.y;"."Order % 'it' $1 ;--" is null;
comment on column "Ö, x.y;"."Order % 'it' $1 ;--"."A, b" is null;
-- ! data_loss, breaks_clients
drop table "Ö, x.y;"."New";
