create table public.t (a integer, b integer);
grant select on public.t to authenticated;
grant update (b) on public.t to authenticated;
