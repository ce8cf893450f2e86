create table public.t (id integer, more text);
create view public.v as select * from public.t;
create function public.f() returns setof public.t language sql as 'select * from public.t';
grant select on public.t to anon;
