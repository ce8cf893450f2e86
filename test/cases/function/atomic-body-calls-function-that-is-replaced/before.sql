create function public.g(a integer) returns integer language sql as 'select a';
create function public.f() returns integer language sql begin atomic select public.g(1); end;
