create table public.t (a integer) partition by list (a);
alter table public.t enable row level security;
alter table public.t force row level security;
