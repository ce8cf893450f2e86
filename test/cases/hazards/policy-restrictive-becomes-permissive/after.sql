create table public.t (a integer);
alter table public.t enable row level security;
create policy fence on public.t as permissive to authenticated using (a = 1);
