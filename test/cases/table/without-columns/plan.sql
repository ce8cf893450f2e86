-- up
create table public.t (

);

-- down
-- ! data_loss, breaks_clients
drop table public.t;
