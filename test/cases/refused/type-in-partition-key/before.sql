create type public.e as enum ('a', 'b');
create table public.by_column (id integer, k text) partition by range (id);
create table public.by_column_1 partition of public.by_column for values from (0) to (10) partition by list (k);
create table public.by_expression (a integer, "a b" integer, c integer) partition by range ((a + "a b"));
create table public.by_enum (k public.e) partition by list (k);
create table public.by_enum_a partition of public.by_enum for values in ('a');
create table public.by_text (k text, other text) partition by range (k);
