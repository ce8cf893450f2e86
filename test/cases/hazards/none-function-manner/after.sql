create function public.f(integer) returns integer language sql immutable strict parallel safe cost 5 as 'select $1';
