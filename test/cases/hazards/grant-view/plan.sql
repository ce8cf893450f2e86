-- up
-- ! opens_access
grant select on table public.v to anon;

-- down
-- ! breaks_clients
revoke select on table public.v from anon;
