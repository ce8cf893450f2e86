create table public.a (a integer);
create table public.b (a integer);
create policy own on public.a for select using (exists (select 1 from public.b where b.a = a.a));
