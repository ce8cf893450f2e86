create function public.f() returns integer language sql immutable as 'select 1';
create view public.v as select public.f() as n;
