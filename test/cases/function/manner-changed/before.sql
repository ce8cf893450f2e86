create function public.f(a integer) returns setof integer language sql as 'select a';
