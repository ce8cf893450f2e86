create function public.f() returns integer language sql security definer as 'select 1';
