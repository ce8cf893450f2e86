create table public.t (a integer);
create policy own on public.t for all to authenticated, service_role using (a = 3) with check (a = 4 and a in (select 1));
