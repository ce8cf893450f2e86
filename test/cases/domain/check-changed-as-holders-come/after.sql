-- An array, a field of a composite, a row of a table and a new table do.
create domain public.short_text as text check (length(value) < 20);
create type public.pair as (a integer, b public.short_text);
create table public.plain (id bigint primary key, note public.short_text, notes public.short_text[]);
create table public.pairs (id bigint primary key, pair public.pair, plain public.plain);
create table public.lists (id bigint primary key, notes public.short_text[] not null);
insert into public.plain values (1, 'kept');
