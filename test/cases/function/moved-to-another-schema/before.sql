create schema app;
create function public.f() returns integer language sql as 'select 1';
create view public.v as select public.f() as a;
