create table public.t (a integer, b integer);
grant select, update on public.t to anon;
grant select (a), update (b) on public.t to anon;
