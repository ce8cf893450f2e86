-- up
create table public.machine (
  name text not null,
  constraint machine_pkey primary key (name)
);
alter table public.machine
  add constraint machine_name_unique unique (name);

-- down
-- ! data_loss, breaks_clients
drop table public.machine;
