create table public.t (a integer, b bigint);
create view public.v as select a from public.t where a > 1;
