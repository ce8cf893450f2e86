-- up
create or replace function public.f()
returns integer
language sql
set search_path = ''
set statement_timeout = '1s'
as $$select 1$$;

-- down
create or replace function public.f()
returns integer
language sql
as $$select 1$$;
