create function public.f(a integer) returns setof integer language sql stable strict parallel safe security definer cost 5 rows 7 set search_path = '' set work_mem = '1MB' as 'select a';
