create schema app;
create function app.f(integer) returns integer language sql as 'select $1';
revoke execute on function app.f(integer) from public;
grant execute on function app.f(integer) to authenticated;
