-- up
-- ! breaks_clients
drop foreign table public.moved;
-- ! opens_access
grant usage on foreign server far to authenticated;
-- ! blocks_reads, opens_access, breaks_clients
alter foreign table public.remote owner to postgres;
-- ! breaks_clients
set role postgres;
revoke insert on table public.remote from authenticated;
reset role;
-- ! opens_access
set role postgres;
grant select on table public.remote to authenticated with grant option;
reset role;
create foreign table far_away.moved (
  id integer
)
server far
options (t 'm');
-- ! blocks_writes
create or replace trigger first before update on public.remote for each row when ((new.id > 1)) execute function public.seen();
-- ! blocks_writes
alter foreign table public.remote enable always trigger second;
comment on trigger second on public.remote is 'The second';

-- down
-- ! breaks_clients
drop foreign table far_away.moved;
-- ! breaks_clients
revoke usage on foreign server far from authenticated;
-- ! blocks_reads, opens_access, breaks_clients
alter foreign table public.remote owner to supabase_admin;
-- ! breaks_clients
revoke grant option for select on table public.remote from authenticated;
-- ! opens_access
grant insert on table public.remote to authenticated;
create foreign table public.moved (
  id integer
)
server far
options (t 'm');
-- ! blocks_writes
create or replace trigger first before insert on public.remote for each row execute function public.seen();
-- ! blocks_writes
alter foreign table public.remote enable trigger second;
comment on trigger second on public.remote is null;
