create table public.t (a integer);
create policy own on public.t for select using (a = 1);
