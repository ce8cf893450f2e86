-- up
-- ! opens_access
grant insert, update, delete on table public.t to authenticated;
-- ! opens_access
grant truncate, references, trigger on table public.t to service_role;

-- down
-- ! breaks_clients
revoke delete, insert, update on table public.t from authenticated;
-- ! breaks_clients
revoke references, trigger, truncate on table public.t from service_role;
