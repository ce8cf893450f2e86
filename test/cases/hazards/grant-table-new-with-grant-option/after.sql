create table public.t (a integer);
grant insert on public.t to authenticated with grant option;
