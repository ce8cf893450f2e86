create table public.t (a integer);
create policy own on public.t as restrictive for select using (a = 1);
