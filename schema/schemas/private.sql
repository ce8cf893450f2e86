create schema private;

comment on schema private is
  'What the Data API must not expose: trigger functions, definer bodies of public functions, and the register of encryption keys.';

-- usage is what it takes to call a function in here by name; which ones may be called, each function's grant says
revoke all on schema private from public, anon, authenticated, service_role;
grant usage on schema private to authenticated, service_role;
