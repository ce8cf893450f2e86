-- up
-- ! breaks_clients
drop type public.pair;
-- ! breaks_clients
drop domain public.code;

-- down
create type public.pair as (
  a integer,
  b integer
);
-- ! opens_access
grant usage on type public.pair to anon;
create domain public.code as text;
