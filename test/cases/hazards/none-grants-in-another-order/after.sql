create table public.t (a integer, b integer);
grant update (b) on public.t to authenticated;
grant insert on public.t to anon;
grant update (a) on public.t to authenticated;
grant select on public.t to anon;
