-- up
create table public.t (
  a integer not null,
  constraint t_pkey primary key (a)
);
-- ! opens_access
alter publication p add table public.t;

-- down
-- ! data_loss, breaks_clients
drop table public.t;
