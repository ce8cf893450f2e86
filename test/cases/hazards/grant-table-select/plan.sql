-- up
-- ! opens_access
grant select on table public.t to anon;

-- down
-- ! breaks_clients
revoke select on table public.t from anon;
