create table public.t (a integer);
alter table public.t enable row level security;
create policy own on public.t for all to authenticated using (a = 1);
