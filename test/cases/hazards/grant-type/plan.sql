-- up
-- ! opens_access
grant usage on type public.mood to anon;

-- down
-- ! breaks_clients
revoke usage on type public.mood from anon;
