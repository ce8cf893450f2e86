-- up
-- ! opens_access
grant update (a) on table public.t to anon with grant option;

-- down
-- ! breaks_clients
revoke grant option for update (a) on table public.t from anon;
