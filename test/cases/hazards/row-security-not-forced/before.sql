create table public.t (a integer);
alter table public.t enable row level security;
alter table public.t force row level security;
