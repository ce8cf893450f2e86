-- up
-- ! opens_access
alter default privileges for role postgres in schema s
  grant insert, select on tables to authenticated;
-- ! opens_access
alter default privileges for role postgres in schema s
  grant usage on types to postgres with grant option;
create type s.e as enum (
  'a'
);
revoke all on type s.e from postgres;
-- ! opens_access
grant all on type s.e to postgres;
grant usage on type s.e to postgres with grant option;
-- ! opens_access
create table s.t (
  id integer
);

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema s
  revoke insert, select on tables from authenticated;
-- ! breaks_clients
alter default privileges for role postgres in schema s
  revoke usage on types from postgres;
-- ! breaks_clients
drop type s.e;
-- ! data_loss, breaks_clients
drop table s.t;
