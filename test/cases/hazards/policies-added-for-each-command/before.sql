create table public.t (a integer);
alter table public.t enable row level security;
