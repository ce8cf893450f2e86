-- up
create table app.t (
  a integer
);
revoke all on table app.t from anon;
-- ! opens_access
grant select on table app.t to anon;

-- down
-- ! data_loss, breaks_clients
drop table app.t;
