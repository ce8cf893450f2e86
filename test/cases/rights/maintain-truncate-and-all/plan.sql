-- up
-- ! breaks_clients
revoke delete, insert, maintain, select, update on table public.t from anon;
-- ! opens_access
grant references (a) on table public.t to authenticated;

-- down
-- ! opens_access
grant select, insert, update, delete, maintain on table public.t to anon;
-- ! breaks_clients
revoke references (a) on table public.t from authenticated;
