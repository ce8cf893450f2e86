-- Nothing holds the domain inside other values.
create domain public.short_text as text check (length(value) < 10);
create type public.pair as (a integer);
create table public.plain (id bigint primary key, note public.short_text);
create table public.pairs (id bigint primary key, pair public.pair);
insert into public.plain values (1, 'kept');
