-- up
-- ! opens_access
grant select, insert on table public.t to public;

-- down
-- ! breaks_clients
revoke insert, select on table public.t from public;
