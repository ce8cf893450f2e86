-- up
revoke update (a) on table public.t from anon;
-- ! opens_access
grant update (a) on table public.t to anon with grant option;

-- down
-- ! breaks_clients
revoke update (a) on table public.t from anon;
grant update (a) on table public.t to anon;
