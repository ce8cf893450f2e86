-- up
drop statistics public.st;
-- ! breaks_clients
drop function public.g(integer);
-- ! data_loss, breaks_clients
drop table public.t;

-- down
create table public.t (
  a integer,
  c text
);
-- ! opens_access
create function public.g(a integer)
returns public.t
language sql
immutable
as $$ select g.a, 'x' $$;
create statistics public.st
  on a, ((public.g(a)).c)
  from public.t;
