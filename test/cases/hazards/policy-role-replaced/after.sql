create table public.t (a integer);
alter table public.t enable row level security;
create policy own on public.t for select to anon using (a = 1);
