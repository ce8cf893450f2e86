create type public.mood as enum ('sad');
create type public.pair as (a integer);
create domain public.code as text constraint short check (length(value) < 9);
