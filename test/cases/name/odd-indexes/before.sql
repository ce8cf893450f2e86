create schema "I";
create table "I"."T" ("a b" text, "select" integer, j jsonb, tags text[]);
create index "I 1" on "I"."T" ("a b" text_pattern_ops desc nulls last, ("select" + 1));
create index "I.2" on "I"."T" using gin (j jsonb_path_ops, tags);
create unique index "I""3" on "I"."T" (lower("a b")) where "select" > 0;
create index same on "I"."T" (j);
comment on index "I"."I 1" is 'x';
alter table "I"."T" cluster on "I 1", alter column "a b" set not null;
