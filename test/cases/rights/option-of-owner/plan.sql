-- up
-- ! opens_access
grant select on table public.t to postgres with grant option;

-- down
-- ! breaks_clients
revoke grant option for select on table public.t from postgres;
