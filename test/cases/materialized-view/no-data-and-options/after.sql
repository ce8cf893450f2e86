create table public.t (a integer, b integer);
create materialized view public.m with (fillfactor = 50) as select a from public.t with no data;
comment on column public.m.a is 'A.';
alter materialized view public.m alter column a set statistics 10;
