-- PostgreSQL gives no row by a permissive policy without USING (tried): its removal closes.
create table public.t (a integer);
alter table public.t enable row level security;
create policy own on public.t to anon using (a = 1) with check (a = 1);
