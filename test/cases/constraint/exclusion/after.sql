create table public.t (a integer, r int4range, constraint x exclude using gist (r with &&) where (a > 0));
comment on constraint x on public.t is 'X';
