-- up
comment on column public.v.a is 'A.';
-- ! opens_access
grant select (b) on table public.v to anon;

-- down
comment on column public.v.a is null;
-- ! breaks_clients
revoke select (b) on table public.v from anon;
