-- up
-- ! blocks_reads
drop policy write on app.notes;
-- ! breaks_clients
drop function app.is_member(integer);
-- ! breaks_clients
revoke usage on schema app from anon;
-- ! blocks_reads, breaks_clients
alter table app.notes force row level security;
-- ! opens_access
create function app.is_member(t integer, r text default 'reader'::text)
 returns boolean
 language sql
 stable
return ((t = 1) and (r <> ''::text))
;
-- ! blocks_reads, changes_access
create policy write on app.notes
  for insert
  to authenticated
  with check (app.is_member(tenant, 'writer'::text));

-- down
-- ! blocks_reads
drop policy write on app.notes;
-- ! breaks_clients
drop function app.is_member(integer, text);
-- ! opens_access
grant usage on schema app to anon;
-- ! blocks_reads, opens_access
alter table app.notes no force row level security;
-- ! opens_access
create function app.is_member(t integer)
 returns boolean
 language sql
 stable
return (t = 1)
;
-- ! blocks_reads, changes_access
create policy write on app.notes
  for insert
  to authenticated
  with check (app.is_member(tenant));
