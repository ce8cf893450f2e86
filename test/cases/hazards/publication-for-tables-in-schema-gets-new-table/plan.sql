-- up
-- ! opens_access
create table app.t (
  a integer not null,
  constraint t_pkey primary key (a)
);

-- down
-- ! data_loss, breaks_clients
drop table app.t;
