create type public.mood as enum ('good', 'bad');
create type public.pair as (a integer, b integer);
