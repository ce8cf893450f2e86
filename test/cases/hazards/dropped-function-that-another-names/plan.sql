-- up
-- ! breaks_clients, breaks_functions
drop function app.g();

-- down
create function app.g()
returns integer
language sql
as $$select 1$$;
revoke all on function app.g() from public;
