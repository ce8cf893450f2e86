create function public.f(integer) returns integer language sql security definer as 'select $1';
