-- up
revoke create on schema sc from postgres;
revoke usage on type public.e from postgres;
revoke all on sequence public.s from postgres;
revoke delete, update on table public.t from postgres;
-- ! breaks_clients
revoke execute on function public.f() from public;
revoke execute on function public.f() from postgres;
revoke all on table public.v from postgres;

-- down
grant create on schema sc to postgres;
grant usage on type public.e to postgres;
grant all on sequence public.s to postgres;
grant update, delete on table public.t to postgres;
-- ! opens_access
grant execute on function public.f() to postgres, public;
grant all on table public.v to postgres;
