-- up
-- ! breaks_clients
revoke select on table public.t from anon;
-- ! opens_access
grant select on table public.t to authenticated;

-- down
-- ! breaks_clients
revoke select on table public.t from authenticated;
-- ! opens_access
grant select on table public.t to anon;
