create table public.a (a integer);
grant select on public.a to anon;
create table public.b (a integer);
