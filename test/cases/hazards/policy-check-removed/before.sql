create table public.t (a integer);
alter table public.t enable row level security;
create policy upd on public.t for update to authenticated using (true) with check (a = 1);
