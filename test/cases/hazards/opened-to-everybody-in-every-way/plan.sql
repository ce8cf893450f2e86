-- up
-- ! opens_access
grant usage on schema app to anon;
-- ! blocks_reads, opens_access
alter table app.t disable row level security;
-- ! opens_access
grant select on table app.t to anon;
-- ! opens_access
create or replace function app.f()
returns integer
language sql
security definer
as $$select 1$$;
-- ! opens_access
grant execute on function app.f() to public;
-- ! blocks_reads, opens_access
alter policy own on app.t
  to anon, authenticated
  using (true);

-- down
-- ! breaks_clients
revoke usage on schema app from anon;
-- ! blocks_reads, breaks_clients
alter table app.t enable row level security;
-- ! breaks_clients
revoke select on table app.t from anon;
-- ! breaks_clients
create or replace function app.f()
returns integer
language sql
as $$select 1$$;
-- ! breaks_clients
revoke execute on function app.f() from public;
-- ! blocks_reads, breaks_clients
alter policy own on app.t
  to authenticated
  using (a = 1);
