create table public.t (a integer, b integer);
grant insert (a) on public.t to public;
