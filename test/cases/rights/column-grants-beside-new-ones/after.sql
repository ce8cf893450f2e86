create table public.t (a integer, b integer);
grant select (a, b) on public.t to anon;
grant insert on public.t to authenticated with grant option;
