-- up
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke select on tables from anon;
create table public.b (
  a integer
);

-- down
-- ! opens_access
alter default privileges for role postgres in schema public
  grant select on tables to anon;
-- ! data_loss, breaks_clients
drop table public.b;
