create table public.t (a integer, b integer);
create view public.v as select a from public.t where b > 1;
