create table public.t (a integer, b integer);
grant update (a) on public.t to anon;
