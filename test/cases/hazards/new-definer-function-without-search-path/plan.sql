-- up
-- ! opens_access
create function app.f()
returns integer
language sql
security definer
as $$select 1$$;

-- down
-- ! breaks_clients
drop function app.f();
