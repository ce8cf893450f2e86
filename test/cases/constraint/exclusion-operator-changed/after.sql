create table public.t (a integer, r int4range, constraint x exclude using gist (r with -|-) deferrable);
