-- up
create table public.t (
  a integer not null,
  constraint t_pkey primary key (a)
);

-- down
-- ! data_loss, breaks_clients
drop table public.t;
