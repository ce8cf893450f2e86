create table public.t (a integer);
alter table public.t enable row level security;
create policy own on public.t as permissive for select to anon using (((t.a) = (1)));
