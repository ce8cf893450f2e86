-- up
create extension citext with schema public;
create table public.t (
  a public.citext
);

-- down
-- ! data_loss, breaks_clients
drop table public.t;
-- ! breaks_clients
drop extension citext;
