-- up
-- ! opens_access
grant select (a) on table public.t to postgres;
grant update (a) on table public.t to postgres with grant option;

-- down
-- ! breaks_clients
revoke select (a) on table public.t from postgres;
revoke update (a) on table public.t from postgres;
