create table public."select" ("from" bigint not null, "where" varchar default 'b', "ta""ble" date generated always as ('2020-01-01'::date) stored);
create table public."a.b" ("c.d" integer, "c" integer);
create table public.a ("b.c" integer);
create table public."a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_xx" (id integer, other integer primary key, c integer check (c > 1), d integer unique);
create index on public."a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_xx" (c, d);
grant select ("where"), update ("from") on public."select" to anon;
alter table public."select" set (autovacuum_enabled = false);
