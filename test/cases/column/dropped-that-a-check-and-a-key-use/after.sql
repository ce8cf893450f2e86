create table public.t (a integer);
create table public.u (a integer, b integer);
