-- up
create table public.b (
  id integer not null generated always as identity (sequence name public.numbers)
);

-- down
-- ! data_loss, breaks_clients
drop table public.b;
