-- up
create function app.f(integer)
returns integer
language sql
as $$select $1$$;
revoke all on function app.f(integer) from public;
-- ! opens_access
grant execute on function app.f(integer) to authenticated;

-- down
-- ! breaks_clients
drop function app.f(integer);
