-- up
-- ! data_loss, breaks_clients
drop table public.t;

-- down
create table public.t (
  a integer
);
alter table public.t enable row level security;
-- ! opens_access
grant select on table public.t to anon;
-- ! opens_access
create policy own on public.t
  for select
  to anon
  using (a = 1);
