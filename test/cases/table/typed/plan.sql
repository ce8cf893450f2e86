-- up
create table public.t (
  a integer,
  b text
);
alter table public.t
  of public.c;

-- down
-- ! data_loss, breaks_clients
drop table public.t;
