-- up
create table public.u (
  a integer
);
-- ! data_loss, breaks_clients
drop table public.t;
-- ! opens_access
create view public.t as
 select a
   from public.u;

-- down
-- ! breaks_clients
drop view public.t;
create table public.t (
  a integer
);
-- ! data_loss, breaks_clients
drop table public.u;
