-- up
-- ! breaks_clients
revoke select on table public.t from anon;
-- ! opens_access
grant insert on table public.t to authenticated with grant option;
grant select (a, b) on table public.t to anon;

-- down
-- ! breaks_clients
revoke insert on table public.t from authenticated;
-- ! opens_access
grant select on table public.t to anon;
revoke select (b) on table public.t from anon;
