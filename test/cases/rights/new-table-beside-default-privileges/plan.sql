-- up
create table public.b (
  a integer not null generated always as identity
);
revoke all on table public.b from anon, authenticated;
-- ! opens_access
grant select on table public.b to anon;
-- ! opens_access
grant select, insert, update, delete, truncate, references, trigger, maintain on table public.b to authenticated;
revoke all on sequence public.b_a_seq from anon, authenticated;
create function public.f()
returns integer
language sql
as $$select 1$$;
revoke all on function public.f() from public, anon, authenticated;
-- ! opens_access
grant execute on function public.f() to anon;
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
