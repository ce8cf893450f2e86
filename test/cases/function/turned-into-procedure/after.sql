create procedure public.f(a integer) language sql as 'select';
