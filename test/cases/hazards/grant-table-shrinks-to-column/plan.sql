-- up
-- ! breaks_clients
revoke select on table public.t from anon;
grant select (a) on table public.t to anon;

-- down
-- ! opens_access
grant select on table public.t to anon;
revoke select (a) on table public.t from anon;
