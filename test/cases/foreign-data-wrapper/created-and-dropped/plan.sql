-- up
create foreign data wrapper far
  handler public.postgres_fdw_handler
  validator public.postgres_fdw_validator;
comment on foreign data wrapper far is 'other databases';
-- ! opens_access
grant usage on foreign data wrapper far to anon;
create server near
  foreign data wrapper far
  options (dbname 'app', host 'db.example');

-- down
drop server near;
drop foreign data wrapper far;
