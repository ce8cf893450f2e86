create table public.t (a integer);
grant select on public.t to anon with grant option;
