create function public.total(integer) returns integer language sql as 'select $1';
create view public.v as select public.total(1) as n;
