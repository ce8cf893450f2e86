create table public.t (a integer, c text);
create function public.f(t public.t) returns integer language sql stable as 'select t.a';
create function public.g() returns setof public.t language sql stable as 'select * from public.t';
