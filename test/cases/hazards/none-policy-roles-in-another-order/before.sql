create table public.t (a integer);
alter table public.t enable row level security;
create policy own on public.t to anon, authenticated using (true);
