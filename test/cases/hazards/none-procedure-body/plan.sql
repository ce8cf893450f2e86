-- up
create or replace procedure public.p()
language sql
as $$select 2$$;

-- down
create or replace procedure public.p()
language sql
as $$select 1$$;
