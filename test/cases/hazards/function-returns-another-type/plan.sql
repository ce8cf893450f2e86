-- up
drop function app.g();
-- ! breaks_clients, breaks_functions
create function app.g()
returns bigint
language sql
as $$select 1::bigint$$;

-- down
drop function app.g();
-- ! breaks_clients, breaks_functions
create function app.g()
returns integer
language sql
as $$select 1$$;
