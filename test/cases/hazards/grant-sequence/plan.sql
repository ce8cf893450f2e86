-- up
-- ! opens_access
grant select on sequence public.s to anon;

-- down
-- ! breaks_clients
revoke select on sequence public.s from anon;
