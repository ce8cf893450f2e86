create table public.t (a integer);
alter table public.t enable row level security;
create policy ins on public.t for insert to anon, authenticated with check (a > 0);
create policy upd on public.t for update to authenticated using (a = 1) with check (a = 1);
create policy del on public.t for delete to service_role using (a = 2);
