create table public.t (a integer, b integer);
grant select (a) on public.t to anon;
