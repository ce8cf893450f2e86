-- up
-- ! breaks_clients, breaks_functions
drop function app.g(integer);
-- ! opens_access
create function app.g(bigint)
returns integer
language sql
as $$select 1$$;

-- down
-- ! breaks_clients, breaks_functions
drop function app.g(bigint);
-- ! opens_access
create function app.g(integer)
returns integer
language sql
as $$select 1$$;
