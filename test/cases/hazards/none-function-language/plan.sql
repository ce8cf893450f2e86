-- up
create or replace function public.f()
returns integer
language plpgsql
as $$begin return 1; end$$;

-- down
create or replace function public.f()
returns integer
language sql
as $$select 1$$;
