-- Without a check, the condition of USING is the check.
create table public.t (a integer);
alter table public.t enable row level security;
create policy upd on public.t for update to authenticated using (true);
