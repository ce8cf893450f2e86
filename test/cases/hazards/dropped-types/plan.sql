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
revoke all on type public.pair from public, anon;
-- ! opens_access
grant usage on type public.pair to anon, public;
create domain public.code as text;
revoke all on domain public.code from public, anon;
grant usage on domain public.code to public;
