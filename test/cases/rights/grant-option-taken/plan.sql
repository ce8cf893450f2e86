-- up
-- ! breaks_clients
revoke select on table public.t from anon;
grant select on table public.t to anon;
-- ! breaks_clients
revoke update (a) on table public.t from anon;
grant update (a) on table public.t to anon;

-- down
revoke select on table public.t from anon;
-- ! opens_access
grant select on table public.t to anon with grant option;
revoke update (a) on table public.t from anon;
-- ! opens_access
grant update (a) on table public.t to anon with grant option;
