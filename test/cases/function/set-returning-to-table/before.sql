create function public.f() returns setof record language sql as 'select 1, 2';
