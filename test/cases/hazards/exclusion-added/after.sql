create table public.t (a integer, r int4range, constraint apart exclude using gist (r with &&));
