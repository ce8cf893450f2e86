-- up
create aggregate app.total(integer) (
  sfunc = int4pl,
  stype = integer
);
revoke all on function app.total(integer) from public;
-- ! opens_access
grant execute on function app.total(integer) to public;
create procedure app.p(in integer)
language sql
as $$select $1$$;
revoke all on procedure app.p(integer) from public;
-- ! opens_access
grant execute on procedure app.p(integer) to public;

-- down
-- ! breaks_clients
drop aggregate app.total(integer);
-- ! breaks_clients
drop procedure app.p(integer);
