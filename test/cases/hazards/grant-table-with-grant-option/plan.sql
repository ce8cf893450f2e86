-- up
-- ! opens_access
grant select on table public.t to anon with grant option;

-- down
-- ! breaks_clients
revoke grant option for select on table public.t from anon;
