create function public.f(a integer[] default '{1}', b timestamptz default now() - interval '1 day') returns integer language sql as 'select 1';
