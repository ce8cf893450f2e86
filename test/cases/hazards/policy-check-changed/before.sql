create table public.t (a integer);
alter table public.t enable row level security;
create policy "My own" on public.t for update to anon using (a = 1) with check (a = 1);
