create table public.t (a integer);
create policy own on public.t for update to anon using (a = 1);
