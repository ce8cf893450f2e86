-- up
-- ! opens_access
alter default privileges for role postgres in schema public
  grant select on tables to postgres;
alter default privileges for role postgres
  revoke delete on tables from postgres;
-- ! opens_access
alter default privileges for role postgres
  grant select on tables to postgres with grant option;
create table public.t (
  id integer
);
revoke all on table public.t from postgres;
-- ! opens_access
grant all on table public.t to postgres;
revoke delete on table public.t from postgres;
grant select on table public.t to postgres with grant option;

-- down
-- ! breaks_clients
alter default privileges for role postgres in schema public
  revoke select on tables from postgres;
-- ! breaks_clients
alter default privileges for role postgres
  revoke select on tables from postgres;
alter default privileges for role postgres
  grant delete, select on tables to postgres;
-- ! data_loss, breaks_clients
drop table public.t;
