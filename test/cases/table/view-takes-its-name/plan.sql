-- up
-- ! data_loss, breaks_clients
drop table public.t;
create table public.u (
  a integer
);
-- ! opens_access
create view public.t as
 select a
   from public.u;

-- down
-- ! breaks_clients
drop view public.t;
-- ! data_loss, breaks_clients
drop table public.u;
create table public.t (
  a integer
);
