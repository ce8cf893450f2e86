create function public.f() returns bigint language sql immutable as 'select 1::bigint';
create view public.v as select public.f() as n;
