create table public.t (a integer, b double precision default random());
