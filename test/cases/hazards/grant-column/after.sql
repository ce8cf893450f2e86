create table public.t (a integer, b integer, c integer);
grant select (a, b) on public.t to anon;
