-- up
-- ! opens_access
create table app.t (
  a integer
);

-- down
-- ! data_loss, breaks_clients
drop table app.t;
