-- up
-- ! opens_access
grant all on table public.a to public;

-- down
-- ! breaks_clients
revoke all on table public.a from public;
