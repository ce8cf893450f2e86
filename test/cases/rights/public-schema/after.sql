create table public.a (a integer);
grant all on public.a to public;
