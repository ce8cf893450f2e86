create table public.t (a integer, b integer);
grant select, insert on public.t to anon;
grant update (a, b) on public.t to authenticated;
