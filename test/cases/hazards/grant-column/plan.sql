-- up
-- ! opens_access
grant select (a, b) on table public.t to anon;

-- down
-- ! breaks_clients
revoke select (a) on table public.t from anon;
-- ! breaks_clients
revoke select (b) on table public.t from anon;
