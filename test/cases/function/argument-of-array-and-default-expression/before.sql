create function public.f(a integer[] default '{}', b timestamptz default now()) returns integer language sql as 'select 1';
