-- up
-- ! opens_access
create aggregate app.total(integer) (
  sfunc = int4pl,
  stype = integer
);
-- ! opens_access
create procedure app.p(in integer)
language sql
as $$select $1$$;

-- down
-- ! breaks_clients
drop aggregate app.total(integer);
-- ! breaks_clients
drop procedure app.p(integer);
