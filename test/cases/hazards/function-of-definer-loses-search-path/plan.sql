-- up
-- ! opens_access
create or replace function public.f()
returns integer
language sql
security definer
as $$select 1$$;

-- down
create or replace function public.f()
returns integer
language sql
security definer
set search_path = ''
as $$select 1$$;
