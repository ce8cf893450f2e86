-- up
create statistics public.st
  on a, public.f(c)
  from public.t;
create table public.u (
  c text
);
-- ! opens_access
create function public.g(text)
returns integer
language sql
immutable
as $$ select 2 $$;
create statistics public.su
  on public.g(c)
  from public.u;

-- down
drop statistics public.st;
-- ! data_loss, breaks_clients
drop table public.u;
-- ! breaks_clients
drop function public.g(text);
