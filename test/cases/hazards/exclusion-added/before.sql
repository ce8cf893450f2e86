create table public.t (a integer, r int4range);
