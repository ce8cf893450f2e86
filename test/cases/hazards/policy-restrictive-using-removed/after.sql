-- Without USING the fence stands around written rows alone (tried).
create table public.t (a integer);
alter table public.t enable row level security;
create policy fence on public.t as restrictive to anon with check (a = 1);
