-- up
-- ! opens_access
create table public.b (
  a integer not null generated always as identity
);
revoke all on table public.b from anon;
-- ! opens_access
grant select on table public.b to anon;
-- ! opens_access
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from public;
-- ! opens_access
create view public.v as
 select a
   from public.b;
revoke all on table public.v from anon, authenticated;

-- down
-- ! breaks_clients
drop function public.f();
-- ! breaks_clients
drop view public.v;
-- ! data_loss, breaks_clients
drop table public.b;
