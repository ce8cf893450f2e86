-- superuser, of the plan too
create extension postgres_fdw;
create server far type 'app' version '1.2' foreign data wrapper postgres_fdw
  options (host 'db.example', dbname 'it''s', port '5433');
comment on server far is 'the other one';
grant usage on foreign server far to anon;
create user mapping for public server far options (user 'reader');
