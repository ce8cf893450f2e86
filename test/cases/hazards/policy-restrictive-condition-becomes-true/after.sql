create table public.t (a integer);
alter table public.t enable row level security;
create policy fence on public.t as restrictive for delete to authenticated using (true);
