-- up
create statistics public.st
  on a, public.f(c)
  from public.t;
create table public.u (
  c text
);
create function public.g(text)
returns integer
language sql
immutable
as $$ select 2 $$;
revoke all on function public.g(text) from public;
-- ! opens_access
grant execute on function public.g(text) to public;
create statistics public.su
  on public.g(c)
  from public.u;

-- down
drop statistics public.st;
-- ! data_loss, breaks_clients
drop table public.u;
-- ! breaks_clients
drop function public.g(text);
