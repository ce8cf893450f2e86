-- up
-- ! opens_access
create function app.f()
returns integer
language sql
security definer
as $$select 1$$;
revoke all on function app.f() from public;
-- ! opens_access
grant execute on function app.f() to public;

-- down
-- ! breaks_clients
drop function app.f();
