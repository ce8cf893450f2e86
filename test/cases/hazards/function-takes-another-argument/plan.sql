-- up
-- ! breaks_clients, breaks_functions
drop function app.g(integer);
create function app.g(bigint)
returns integer
language sql
as $$select 1$$;
revoke all on function app.g(bigint) from public;
-- ! opens_access
grant execute on function app.g(bigint) to public;

-- down
-- ! breaks_clients, breaks_functions
drop function app.g(bigint);
create function app.g(integer)
returns integer
language sql
as $$select 1$$;
revoke all on function app.g(integer) from public;
-- ! opens_access
grant execute on function app.g(integer) to public;
