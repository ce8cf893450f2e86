create function public.f() returns integer language sql set search_path = '' set statement_timeout = '1s' as 'select 1';
