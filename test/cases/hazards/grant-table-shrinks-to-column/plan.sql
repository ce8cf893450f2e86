-- up
-- ! breaks_clients
revoke select on table public.t from anon;
-- ! opens_access
grant select (a, a) on table public.t to anon;

-- down
-- ! opens_access
grant select on table public.t to anon;
-- ! breaks_clients
revoke select (a) on table public.t from anon;
