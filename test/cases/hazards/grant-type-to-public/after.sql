create type public.pair as (a integer, b integer);
