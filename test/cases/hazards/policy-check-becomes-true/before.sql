create table public.t (a integer);
alter table public.t enable row level security;
create policy ins on public.t for insert to authenticated with check (a = 1);
