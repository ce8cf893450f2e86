create view public.t as select 1 as id;
create view public.v as select * from public.t;
create function public.f() returns setof public.t language sql as 'select * from public.t';
grant select on public.t to anon;
