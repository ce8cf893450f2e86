create function public.f() returns integer language sql security definer set search_path = '' as 'select 1';
