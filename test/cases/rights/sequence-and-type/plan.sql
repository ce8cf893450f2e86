-- up
-- ! breaks_clients
revoke usage on type public.e from public;
grant usage on type public.e to anon;
-- ! breaks_clients
revoke usage on sequence public.s from anon;
-- ! opens_access
grant select, update on sequence public.s to anon;

-- down
revoke usage on type public.e from anon;
-- ! opens_access
grant usage on type public.e to public;
-- ! breaks_clients
revoke select, update on sequence public.s from anon;
-- ! opens_access
grant usage on sequence public.s to anon;
