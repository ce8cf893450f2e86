create table public.t (a integer);
create policy own on public.t for select to anon using (a = 1);
