-- up
drop function app.g();
-- ! breaks_clients, breaks_functions
create function app.g()
returns bigint
language sql
as $$select 1::bigint$$;
revoke all on function app.g() from public;
grant execute on function app.g() to public;

-- down
drop function app.g();
-- ! breaks_clients, breaks_functions
create function app.g()
returns integer
language sql
as $$select 1$$;
revoke all on function app.g() from public;
grant execute on function app.g() to public;
