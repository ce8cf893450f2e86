-- up
-- ! opens_access
create or replace function public.f()
returns trigger
language plpgsql
security definer
set search_path = 'public', 'pg_temp'
set "TimeZone" = 'Europe/Berlin'
as $$begin perform 1; return new; end$$;

-- down
-- ! breaks_clients
create or replace function public.f()
returns trigger
language plpgsql
as $$begin return new; end$$;
