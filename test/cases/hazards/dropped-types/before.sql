create type public.pair as (a integer, b integer);
create domain public.code as text;
grant usage on type public.pair to anon;
create schema app;
