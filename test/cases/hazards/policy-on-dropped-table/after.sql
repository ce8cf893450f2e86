create table public.u (a integer);
