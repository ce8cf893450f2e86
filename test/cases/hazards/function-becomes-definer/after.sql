create function public.f(integer) returns integer language sql security definer set search_path = '' as 'select $1';
