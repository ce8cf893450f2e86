create table public.t (a integer);
alter table public.t enable row level security;
create policy anybody on public.t using (true) with check (true);
