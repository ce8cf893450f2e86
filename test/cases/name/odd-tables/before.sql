create table public."select" ("from" integer, "where" text default 'a', "table" date);
create table public."a.b" ("c.d" integer);
create table public."a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_xx" (id integer primary key, other integer unique, c integer check (c > 0));
create index on public."a_very_long_table_name_that_is_exactly_sixty_three_bytes_long_xx" (c);
grant select ("from"), update ("where") on public."select" to anon;
alter table public."select" set (fillfactor = 50, toast.autovacuum_enabled = false);
