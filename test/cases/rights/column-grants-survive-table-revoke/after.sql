create table public.t (a integer, b integer);
grant select (a), update (b) on public.t to anon;
