create function public.f(integer) returns integer language sql as 'select $1';
comment on function public.f(integer) is 'F.';
