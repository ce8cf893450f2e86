-- up
revoke select on table public.t from anon;
-- ! opens_access
grant select on table public.t to anon with grant option;

-- down
-- ! breaks_clients
revoke select on table public.t from anon;
grant select on table public.t to anon;
