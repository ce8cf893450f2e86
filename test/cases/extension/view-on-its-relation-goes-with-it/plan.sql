-- up
-- ! breaks_clients
drop function public.calls_of(public.pg_stat_statements);
-- ! breaks_clients
drop view public.slow;
-- ! breaks_clients
drop view public.whole;
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
create function public.calls_of(s public.pg_stat_statements)
returns bigint
language sql
immutable
as $$ select (s).calls $$;
-- ! opens_access
create view public.slow as
 select calls
   from public.pg_stat_statements;
-- ! opens_access
create view public.whole as
 select s.*::public.pg_stat_statements as s
   from public.pg_stat_statements s;
