-- up
create table app.t (
  a integer
);
alter table app.t enable row level security;
-- ! opens_access
grant select, insert on table app.t to anon;
-- ! opens_access
grant update (a) on table app.t to authenticated;

-- down
-- ! data_loss, breaks_clients
drop table app.t;
