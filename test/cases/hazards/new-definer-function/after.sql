create schema app;
create function app.f() returns integer language sql security definer set search_path = '' as 'select 1';
revoke execute on function app.f() from public;
grant execute on function app.f() to authenticated;
