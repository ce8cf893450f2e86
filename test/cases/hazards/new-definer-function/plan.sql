-- up
-- ! opens_access
create function app.f()
returns integer
language sql
security definer
set search_path = ''
as $$select 1$$;
revoke all on function app.f() from public;
-- ! opens_access
grant execute on function app.f() to authenticated;

-- down
-- ! breaks_clients
drop function app.f();
