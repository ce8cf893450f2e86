create table public.t (a integer);
alter table public.t enable row level security;
grant select on public.t to anon;
create policy own on public.t for select to anon using (a = 1);
create table public.u (a integer);
