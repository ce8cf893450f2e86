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
create function public.g(a integer)
returns public.t
language sql
immutable
as $$ select g.a, 'x' $$;
revoke all on function public.g(integer) from public;
-- ! opens_access
grant execute on function public.g(integer) to public;
create statistics public.st
  on a, ((public.g(a)).c)
  from public.t;
