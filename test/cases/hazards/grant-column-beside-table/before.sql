create table public.t (a integer, b integer);
grant select on public.t to authenticated;
