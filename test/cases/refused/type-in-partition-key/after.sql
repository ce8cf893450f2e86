create type public.e as enum ('b', 'a');
create table public.by_column (id bigint, k varchar(5)) partition by range (id);
create table public.by_column_1 partition of public.by_column for values from (0) to (10) partition by list (k);
create table public.by_expression (a integer, "a b" bigint, c bigint) partition by range ((a + "a b"));
create table public.by_enum (k public.e) partition by list (k);
create table public.by_enum_a partition of public.by_enum for values in ('a');
create table public.by_text (k text collate "C", other varchar(5)) partition by range (k);
