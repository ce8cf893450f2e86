create function public.g(b integer) returns integer language sql as 'select b';
create function public.f() returns integer language sql begin atomic select public.g(1); end;
