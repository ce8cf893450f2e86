-- up
-- ! data_loss, breaks_clients
drop table public.t;

-- down
create table public.t (
  a integer,
  b integer
);
create statistics app.st
  on a, b
  from public.t;
