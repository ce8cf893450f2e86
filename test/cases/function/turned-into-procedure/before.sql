create function public.f(a integer) returns void language sql as 'select';
