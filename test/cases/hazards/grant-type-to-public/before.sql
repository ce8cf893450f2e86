create type public.pair as (a integer, b integer);
revoke usage on type public.pair from public;
