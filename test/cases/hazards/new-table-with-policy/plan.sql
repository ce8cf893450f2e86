-- up
create table app.t (
  a integer
);
alter table app.t enable row level security;
-- ! opens_access
grant select on table app.t to authenticated;
-- ! opens_access
create policy own on app.t
  for select
  to authenticated
  using (a = 1);

-- down
-- ! data_loss, breaks_clients
drop table app.t;
