-- up
-- ! breaks_clients
revoke grant option for select on table public.t from anon;
-- ! breaks_clients
revoke grant option for update (a) on table public.t from anon;

-- down
-- ! opens_access
grant select on table public.t to anon with grant option;
-- ! opens_access
grant update (a) on table public.t to anon with grant option;
