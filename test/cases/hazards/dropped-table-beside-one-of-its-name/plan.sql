-- up
-- ! data_loss, breaks_clients, breaks_functions
drop table public.t;

-- down
create table public.t (
  a integer
);
