create function public.f(integer) returns integer language sql as 'select $1 + 1';
