-- up
-- ! breaks_clients
drop view public.slow;
-- ! breaks_clients
drop extension pg_stat_statements;
create table public.t (
  a integer
);

-- down
create extension pg_stat_statements with schema public;
-- ! data_loss, breaks_clients
drop table public.t;
-- ! opens_access
create view public.slow as
 select calls
   from public.pg_stat_statements;
