-- up
-- ! breaks_clients
revoke select, update on table public.t from anon;
grant select (a), update (b) on table public.t to anon;

-- down
-- ! opens_access
grant select, update on table public.t to anon;
