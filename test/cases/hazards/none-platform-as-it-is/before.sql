-- platform
create table public.t (a integer);
alter table public.t enable row level security;
grant select on public.t to anon;
