-- up
create table public.b (
  id smallint not null generated always as identity (increment by -1 minvalue -32768)
);

-- down
-- ! data_loss, breaks_clients
drop table public.b;
