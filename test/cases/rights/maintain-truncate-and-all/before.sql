create table public.t (a integer);
grant all on public.t to anon;
