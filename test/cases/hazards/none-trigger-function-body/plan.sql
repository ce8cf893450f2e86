-- up
create or replace function public.f()
returns trigger
language plpgsql
as $$begin new.a = 1; return new; end$$;

-- down
create or replace function public.f()
returns trigger
language plpgsql
as $$begin return new; end$$;
