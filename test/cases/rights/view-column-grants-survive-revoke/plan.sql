-- up
-- ! breaks_clients
revoke select on table public.v from anon;
grant select (a) on table public.v to anon;

-- down
-- ! opens_access
grant select on table public.v to anon;
