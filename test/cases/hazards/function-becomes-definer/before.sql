create function public.f(integer) returns integer language sql set search_path = '' as 'select $1';
