-- A fence around fewer roles opens: the sentence has the roles that it was for.
create table public.t (a integer);
alter table public.t enable row level security;
create policy fence on public.t as restrictive for select to anon, authenticated using (a = 1);
