-- up
-- ! opens_access
create foreign table public.given (
  id integer
)
server far;
-- ! opens_access
create foreign table public.more (
  id integer
)
server far;
-- ! opens_access
grant update on table public.more to authenticated;
-- ! opens_access
create foreign table public.taken (
  id integer
)
server far;
revoke all on table public.taken from anon;

-- down
-- ! breaks_clients
drop foreign table public.given;
-- ! breaks_clients
drop foreign table public.more;
-- ! breaks_clients
drop foreign table public.taken;
