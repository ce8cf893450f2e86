-- up
create or replace function public.f()
returns integer
language sql
security definer
set search_path = ''
as $$select 2$$;

-- down
create or replace function public.f()
returns integer
language sql
security definer
set search_path = ''
as $$select 1$$;
