-- superuser, of the plan too
create extension postgres_fdw;
create foreign data wrapper far
  handler public.postgres_fdw_handler
  validator public.postgres_fdw_validator;
comment on foreign data wrapper far is 'other databases';
grant usage on foreign data wrapper far to anon;
create server near foreign data wrapper far options (host 'db.example', dbname 'app');
