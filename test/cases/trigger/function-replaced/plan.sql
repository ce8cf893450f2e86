-- up
-- ! opens_access
create or replace function public.touch()
returns trigger
language plpgsql
security definer
as $$begin return old; end$$;

-- down
-- ! breaks_clients
create or replace function public.touch()
returns trigger
language plpgsql
as $$begin return new; end$$;
