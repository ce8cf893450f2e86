create table public.t (a integer, b integer);
create view public.v as select a from public.t;
create function public.f() returns setof public.v language sql as 'select * from public.v';
